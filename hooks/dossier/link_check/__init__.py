"""The link check: whether the pages that the data link to are still there."""
