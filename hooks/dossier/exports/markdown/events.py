"""Milestones, visits and dated statements as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.event import Event
from ...model.records import Person, Source, Visit
from ...model.statement import Statement
from .page import MarkdownPage
from .records import bullets, conflicts, heading, known, mentions, words
from .text import escape

RECURRING = "recurring"


def brief(page: MarkdownPage, event: Event, sources: Iterable[Source] = ()) -> str:
    """Write an event on a line."""
    cited = page.numbers(sources or page.dossier.sources_of(event))
    return f"{event.date or RECURRING}, {event.noun}: {page.named(event)} {cited}"


def dated(page: MarkdownPage, event: Event) -> Iterator[str]:
    """Write an event on the timeline, which is the own page of some."""
    sources = page.dossier.resting_on(event)
    is_home = page.urls.of(event) == page.urls.on_timeline(event)
    title = escape(page.title_of(event)) if is_home else page.named(event)
    cited = page.numbers(sources)
    yield heading(3, title, event.id)
    key = "key milestone" if event.key else ""
    yield words(f"{event.date}, {event.noun}", key, page.rests_on_press(sources))
    yield from _told(page, event, cited)
    if is_home:
        yield from mentions(page, event)
    if areas := page.dossier.areas_of(event):
        yield page.areas(areas)
    yield from conflicts(page, event)


def _told(page: MarkdownPage, event: Event, cited: str) -> Iterator[str]:
    if isinstance(event, Statement):
        newest = page.dossier.standing(event)
        yield f"{page.prose_of(newest.claim)} {cited}"
        yield known(page, event, newest)
    elif isinstance(event, Visit):
        hosts = f"; received by {people(event.hosts)}" if event.hosts else ""
        purpose = f" {page.prose_of(event.purpose)}" if event.purpose else ""
        yield f"{people(event.visitors)}{hosts}. {escape(event.place)}.{purpose} {cited}"
    else:
        text = getattr(event, "text", None)
        yield f"{page.prose_of(text)} {cited}" if text else f"Sources: {cited}"


def people(persons: Iterable[Person]) -> str:
    """Write the names of people with their roles."""
    return "; ".join(escape(person.with_role) for person in persons)


def visit(page: MarkdownPage, record: Visit) -> Iterator[str]:
    """Write a visit on its own page."""
    dossier = page.dossier
    sources = dossier.sources_of(record)
    yield heading(3, escape(record.title), record.id)
    date = f"[{record.date}]({page.link(page.urls.on_timeline(record))})" if record.date else ""
    yield words(
        f"{date} {RECURRING if record.recurring else ''}".strip(),
        page.direction(record.direction),
        "key milestone" if record.key else "",
        page.areas(dossier.areas_of(record)),
        page.rests_on_press(sources),
    )
    purpose = page.prose_of(record.purpose) if record.purpose else "not stated"
    yield from bullets(
        [
            f"Visitors: {people(record.visitors)}",
            f"Received by: {people(record.hosts) or 'not stated'}",
            f"Place: {escape(record.place)}",
            f"Purpose: {purpose}",
            f"Sources: {page.numbers(sources)}",
        ]
    )
    yield from conflicts(page, record)
    yield from mentions(page, record)
