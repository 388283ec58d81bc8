"""Everything that knows MkDocs and Material."""
