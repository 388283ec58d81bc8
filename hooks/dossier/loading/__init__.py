"""The data files, and the rules across records."""
