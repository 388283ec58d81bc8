"""The page on the data as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ..data_page import recipes
from ..export import Export
from ..tables.all_tables import TABLES
from .page import MarkdownPage
from .records import bullets, heading
from .text import escape, link


def data(page: MarkdownPage, downloads: Sequence[Export]) -> Iterator[str]:
    """Write the files that there are, those of one series as one, the recipes, and the columns."""
    yield heading(2, "Files")
    yield from bullets(
        f"{link(escape(name), page.link(first.url))}: {escape(first.title)}"
        for name, (first, *_) in groupby(downloads, key=attrgetter("name"))
    )
    yield heading(2, "How to load it")
    for program, text in recipes(page.site):
        yield heading(3, program)
        yield f"```\n{text}\n```"
    yield heading(2, "Columns of the tables")
    for table in TABLES:
        yield heading(3, escape(table.name))
        yield escape(table.description)
        yield from bullets(
            f"`{column.name}` ({column.type.value}): {escape(column.description)}" for column in table.columns
        )
