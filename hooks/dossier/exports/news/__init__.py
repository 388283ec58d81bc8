"""What became known, by the date of its source: feeds, and every change as JSON."""
