"""The live preview of `mkdocs serve`."""
