"""The record in the formats of other programs: one module a format, none of which knows MkDocs."""
