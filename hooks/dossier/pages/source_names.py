"""How a source is named where it is cited: by title, publisher, date and address, as text and as HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup

from ..model.records import Source
from .right_to_left import isolate, isolate_html

MOST_NAMED = 5
"""The most sources in a reference; more would bury what is cited."""
FURTHER = "and further sources, which the page lists"


@lru_cache(maxsize=4096)
def named(source: Source) -> str:
    """Name a source: title, publisher, date and address."""
    return ", ".join(_details(source, f"“{isolate(source.title)}”", isolate(source.publisher), source.url))


def _details(source: Source, title: str, publisher: str, url: str) -> list[str]:
    return [part for part in (title, publisher, str(source.date or ""), url) if part]


def link(address: str) -> Markup:
    """Write an address as a link to it."""
    return Markup('<a href="{0}">{0}</a>').format(address)


@lru_cache(maxsize=4096)
def named_with_links(source: Source) -> Markup:
    """Name a source in HTML."""
    title = Markup('“<span lang="{}">{}</span>”').format(source.language, isolate_html(source.title))
    return Markup(", ").join(_details(source, title, isolate_html(source.publisher), link(source.url)))


def names_of(sources: Sequence[Source], name: Callable[[Source], str]) -> list[str]:
    """Name the first sources, and say so if there are more."""
    return [*map(name, sources[:MOST_NAMED]), *([FURTHER] if len(sources) > MOST_NAMED else [])]
