"""A page for any site generator: its HTML, made from a template, and its metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

from ..model.event import Event
from ..model.record import Record
from ..model.records import Source
from ..model.statement import Statement
from ..problems.phrases import count, language, with_article
from . import anchors, citations, linked_data, markup, urls
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
    """A page of the site. Its texts are plain; its body is HTML, written when it is first used."""

    context: PageContext
    title: str
    description: str
    file: str | None
    """The data file of the first of its records, if they are read from files."""
    sections: tuple[Heading, ...]
    """Its headings above the list of sources."""
    entries: tuple[SearchEntry, ...]
    listed: tuple[Source, ...]
    """The sources that it is about; none where it only cites some."""
    events: tuple[Event, ...]
    """The milestones and visits whose own page it is; statements are claims, not events."""

    @cached_property
    def body(self) -> str:
        """What the page says, with the list of the sources that it cites."""
        body = (
            environment()
            .get_template(self.context.template)
            .render(page=self.context, dossier=self.context.dossier)
        )
        if self.context.cited:
            body += environment().get_template("references.html").render(page=self.context)
        return body

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that it is about, or else those that it cites, in the order of their numbers."""
        return self.listed or self._cited

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its table of contents."""
        foot = [Heading(anchors.REFERENCES, "Sources of this page")] if self._cited else []
        return (*self.sections, *foot)

    @property
    def _cited(self) -> tuple[Source, ...]:
        """The sources that it cites, which are known once the body is written."""
        return self.context.cited if self.body else ()


class PlainContext(Context):
    """Calls functions as they are: none of the templates' functions asks for the context itself."""

    def call(self, function: Callable[..., Any], *values: Any, **named: Any) -> Any:
        """Call a function, without looking for what it asks of Jinja each time."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*values, **named)


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
    templates.context_class = PlainContext
    templates.filters["isolated"] = isolate_html
    templates.globals |= {
        "count": count,
        "steps_that_matter": steps_that_matter,
        "earlier_claims": earlier_claims,
        "age_of": age_of,
        "language": language,
        "with_article": with_article,
        "anchors": anchors,
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
    """Return a page; its sources are those that it cites, if no others are given.

    The search finds records on the parts of a list, and the whole list by its title; without entries (None,
    not an empty list) it does not find the page. Events are described on the page that shows them.
    """
    description = ": ".join(filter(None, [context.part_title, description]))
    whole = [SearchEntry("", context.title, description)] if context.is_first else []
    shown = set(map(id, context.values))
    return Page(
        context=context,
        title=context.title,
        description=_shorten(description),
        file=records[0].origin.place.file if records else None,
        sections=tuple(headings),
        entries=() if entries is None else (*whole, *entries),
        listed=tuple(sources),
        events=tuple(
            record
            for record in records
            if isinstance(record, Event) and not isinstance(record, Statement) and id(record) in shown
        ),
    )


def _shorten(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
