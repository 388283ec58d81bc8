"""What outside checkers say: of what runs on GitHub, of the packages, and of the pages of the built site."""
