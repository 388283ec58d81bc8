"""How long lists are divided among pages, so that no page is heavy."""
