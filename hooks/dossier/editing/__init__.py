"""JSON Schemas and templates, which help to write data files."""
