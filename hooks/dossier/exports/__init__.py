"""The record in the formats of other programs, none of which knows MkDocs; `site_exports` lists them.

What takes several modules has a folder:

    tables/     the record as tables, for CSV, a Data Package and SQLite
    records/    the record as JSON, with its schema and an OpenAPI document
    news/       what became known, as feeds and as a list of changes
    markdown/   the pages as Markdown
"""
