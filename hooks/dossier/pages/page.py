"""A page for any site generator: its HTML, made from a template, and its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.event import Event
from ..model.record import Record
from ..model.records import Source
from ..model.statement import Statement
from ..problems.phrases import count, language, with_article
from . import citations, linked_data, markup, urls
from .page_context import PageContext
from .right_to_left import isolate_html
from .search_entries import SearchEntry
from .standing_words import age_of, earlier_claims, steps_that_matter

LONGEST_DESCRIPTION = 300
"""Characters; search engines cut what is longer."""


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    id: str
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page of the site. Its texts are plain, its body is HTML."""

    path: str
    """The Markdown file that a site generator would make it from, such as `areas/science.md`."""
    title: str
    description: str
    file: str | None
    """The data file of the first of its records, if they are read from files."""
    body: str
    headings: tuple[Heading, ...]
    entries: tuple[SearchEntry, ...]
    sources: tuple[Source, ...]
    """The sources that it cites, in the order of their numbers."""
    events: tuple[Event, ...]
    """The milestones and visits whose own page it is; statements are claims, not events."""


@cache
def environment() -> Environment:
    """Return the templates; a changed one is read again."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["isolated"] = isolate_html
    templates.globals |= {
        "count": count,
        "steps_that_matter": steps_that_matter,
        "earlier_claims": earlier_claims,
        "age_of": age_of,
        "language": language,
        "with_article": with_article,
        "citations": citations,
        "linked_data": linked_data,
        "markup": markup,
        "urls": urls,
    }
    return templates


def render(
    context: PageContext,
    *,
    description: str,
    entries: Iterable[SearchEntry] | None,
    headings: Iterable[Heading] = (),
    records: Sequence[Record] = (),
    sources: Sequence[Source] = (),
) -> Page:
    """Render a page and the list of its sources: those that it cites, if no others are given.

    Without entries (None, not an empty list) the page is not in the search.
    """
    body = environment().get_template(context.template).render(page=context, dossier=context.dossier)
    foot = []
    if context.cited:
        body += environment().get_template("references.html").render(page=context)
        foot = [Heading(urls.REFERENCES, "Sources of this page")]
    return Page(
        path=urls.file_of(context.url),
        title=context.title,
        description=_shorten(description),
        file=records[0].origin.place.file if records else None,
        body=body,
        headings=(*headings, *foot),
        entries=() if entries is None else (SearchEntry("", context.title, description), *entries),
        sources=tuple(sources) or context.cited,
        events=tuple(
            event for event in records if isinstance(event, Event) and not isinstance(event, Statement)
        ),
    )


def _shorten(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
