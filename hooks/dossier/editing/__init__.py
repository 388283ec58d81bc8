"""What helps to write data files."""
