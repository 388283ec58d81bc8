"""What may be wrong with the data: problems with their places, and the words for them."""
