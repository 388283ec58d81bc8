"""The pictures that are made once for each country's site."""
