"""What holds in a real browser, on every page of the built site."""
