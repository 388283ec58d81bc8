"""A page as a site takes it: its HTML from a template, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import citing, linked_data
from .dossier import Dossier
from .history import anchor_of
from .models import Event, Milestone, Source, Visit
from .records import Record
from .sheet import Sheet
from .wording import count, language

LONGEST_DESCRIPTION = 300
"""Characters; search engines cut what is longer."""


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    id: str
    """Those of the page's own parts start with an underscore, which no record's id can."""
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class SearchEntry:
    """An entry of the search index."""

    anchor: str
    """Where on the page it leads; empty for the page as a whole."""
    title: str
    text: str
    weight: float = 1
    """How much it counts beside the others: what is still said comes before what once was."""


@dataclass(frozen=True)
class Page:
    """A page of the site. Its texts are plain, its body is HTML."""

    path: str
    """The Markdown file that a site generator takes it for, such as `areas/science.md`."""
    title: str
    description: str
    file: str | None
    """The data file that it came from, where there is one."""
    body: str
    headings: tuple[Heading, ...]
    entries: tuple[SearchEntry, ...]
    sources: tuple[Source, ...] = ()
    """What it cites, in the order of their numbers."""
    events: tuple[Event, ...] = ()
    """What it is the home of, among what has a date."""


@cache
def environment() -> Environment:
    """Return the templates; a changed one is read anew."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {
        "count": count,
        "language": language,
        "anchor_of": anchor_of,
        "citing": citing,
        "linked_data": linked_data,
    }
    return templates


def render(
    dossier: Dossier,
    path: str,
    *,
    title: str,
    description: str,
    entries: Iterable[SearchEntry],
    headings: Iterable[Heading] = (),
    records: Sequence[Record] = (),
    template: str = "",
    sources: Sequence[Source] = (),
    **context: Any,
) -> Page:
    """Render a page; its template is called like it, and it rests on what it cites, if no other is given."""
    url = path.removesuffix("index.md").replace(".md", "/")
    sheet = Sheet(dossier, url)
    name = template or ("home.html" if not url else f"{url.strip('/')}.html")
    body = environment().get_template(name).render(dossier=dossier, sheet=sheet, title=title, **context)
    foot = [Heading("_sources", "Sources of this page")] if sheet.cited else []
    return Page(
        path=path,
        title=title,
        description=_shorten(description),
        file=records[0].origin.place.file if records else None,
        body=body,
        headings=(*headings, *foot),
        entries=(SearchEntry("", title, description), *entries),
        sources=tuple(sources or sheet.cited),
        events=tuple(record for record in records if isinstance(record, Milestone | Visit)),
    )


def _shorten(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
