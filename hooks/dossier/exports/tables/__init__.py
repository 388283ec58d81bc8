"""The record as tables: one module declares a table or its columns, one a format."""
