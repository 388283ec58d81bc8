"""Copies of the sources in a public archive."""
