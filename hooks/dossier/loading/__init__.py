"""The data files, and the rules that hold across them."""
