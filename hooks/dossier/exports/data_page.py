"""The page on the data: what files there are, how to load them, and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from ..model.field_types import kebab_case
from ..pages import urls
from ..pages.page import Heading, Page, render
from ..pages.page_context import PageContext, SiteContext
from .dataset import describe_dataset
from .site_exports import SiteExports
from .tables.all_tables import TABLES
from .tables.table import Table

LONGEST_EXCERPT = 12
"""Lines."""
LONGEST_LINE = 120
"""Characters."""

RECIPES = {
    "Python": """import pandas
statements = pandas.read_csv("{address}data/statements.csv")
print(statements[["as_of", "claim", "source_urls"]])""",
    "R": """statements <- read.csv("{address}data/statements.csv", fileEncoding = "UTF-8-BOM")
statements$as_of_latest <- as.Date(statements$as_of_latest)
print(statements[order(statements$as_of_latest), c("as_of", "claim")])""",
    "A spreadsheet": """Google Sheets: =IMPORTDATA("{address}data/milestones.csv")
LibreOffice: File > Open, character set UTF-8, separated by commas
Excel: Data > From Text/CSV, file origin 65001: Unicode (UTF-8)""",
    "SQL": """curl -O {address}data/dossier.sqlite
sqlite3 dossier.sqlite "SELECT as_of, claim, source_title FROM claims WHERE status = 'ongoing'"
sqlite3 dossier.sqlite "SELECT id, title FROM search WHERE search MATCH 'border'"

# All records that rest on a source, now or before
sqlite3 dossier.sqlite "SELECT kind, id, title FROM citations
  WHERE source = '{source}'"

# The claims as of the end of a year
sqlite3 dossier.sqlite "SELECT claim, as_of, max(step) FROM history
  WHERE year <= 2011 AND kind <> 'omission' GROUP BY statement\"""",
}
"""How to load the data in a few lines, by program."""


class File(NamedTuple):
    """A file, or many that are alike, as the page lists them."""

    url: str
    """Of the first, if there are many."""
    name: str
    title: str
    media_type: str
    number: int
    size: str
    excerpt: str

    @property
    def anchor(self) -> str:
        """The anchor of the file on the page."""
        return kebab_case(self.name)


@dataclass(frozen=True, kw_only=True)
class DataContext(PageContext):
    """The files, their columns, and the description of the whole for programs."""

    template = "data.html"

    files: tuple[File, ...]
    recipes: tuple[tuple[str, str], ...]
    tables: tuple[Table[Any], ...]
    dataset: Mapping[str, Any]


def recipes(site: SiteContext) -> tuple[tuple[str, str], ...]:
    """Return the recipes with the address and a source of the site, each with the name of its program."""
    known = {"address": site.permalink(""), "source": site.dossier.primary_source.id}
    return tuple((program, text.format(**known)) for program, text in RECIPES.items())


def write_data(site: SiteContext, exports: SiteExports) -> Page:
    """Write the page on the data."""
    partner = site.dossier.partner.name
    context = DataContext(
        site=site,
        url=urls.DATA,
        title="Data",
        files=tuple(_files(exports)),
        recipes=recipes(site),
        tables=TABLES,
        dataset=describe_dataset(site, exports.listed),
    )
    return render(
        context,
        description=f"The record of {partner} and NATO as files: JSON, CSV, SQLite, feeds, bibliographies.",
        entries=[],
        headings=[
            Heading("_files", "Files"),
            Heading("_loading", "How to load it"),
            Heading("_tables", "Columns of the tables"),
        ],
    )


def _files(exports: SiteExports) -> Iterator[File]:
    """List the files; those of one series as one."""
    for name, alike in groupby(exports.listed, key=attrgetter("name")):
        first, *others = alike
        summaries = [exports.summary(export.url) for export in (first, *others)]
        yield File(
            url=first.url,
            name=name,
            title=first.title.removesuffix("."),
            media_type=first.media_type,
            number=len(summaries),
            size=_size(sum(summary.size for summary in summaries)),
            excerpt=_excerpt(summaries[0].start),
        )


def _size(number: int) -> str:
    """Write a number of bytes in kilobytes (1,000 bytes)."""
    return f"{max(1, round(number / 1000)):,} kB"


def _excerpt(start: bytes) -> str:
    """Return the first lines of a text; empty for what is no text."""
    if b"\0" in start:
        return ""
    lines = start.decode("utf-8-sig", errors="ignore").splitlines()  # the end may be half a letter
    return "\n".join(_shorten(line) for line in lines[:LONGEST_EXCERPT])


def _shorten(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"
