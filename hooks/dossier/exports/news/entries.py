"""What became known, entry by entry: each record, and each later step of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model.dates import When
from ...model.enumerations import UpdateKind
from ...model.event import Event
from ...model.records import Source
from ...model.standing import Standing
from ...model.statement import Statement
from ...pages import anchors, urls
from ...pages.page_context import SiteContext

NEW = "new"
"""The kind of an entry at which a record was new; the others are the kinds of updates."""
KINDS = {NEW: "The record is new."} | {kind.value: kind.meaning for kind in UpdateKind}


@dataclass(frozen=True)
class Entry:
    """Something that became known."""

    id: str
    """The id of the record, and the date of a later step; permanent, as it makes addresses."""
    kind: str
    url: str
    """Where the site has it."""
    date: When | None
    """The date as of which its source speaks; None if nothing says so."""
    event: Event
    sources: tuple[Source, ...]
    before: Standing | None = None
    """What was known before, if the entry is a step of a statement."""
    after: Standing | None = None
    """What is known of a statement since then."""


def list_entries(site: SiteContext) -> tuple[Entry, ...]:
    """List everything that became known, newest first; what has no date comes last."""
    entries = [entry for event in site.dossier.records.events for entry in _entries_of(event, site)]
    return tuple(sorted(entries, key=lambda entry: entry.date.newest.sort_key if entry.date else ())[::-1])


def _entries_of(event: Event, site: SiteContext) -> Iterator[Entry]:
    url, dossier = site.urls.of(event), site.dossier
    if not isinstance(event, Statement):
        sources = dossier.sources_of(event)
        # As of a statement: the date of its first source, or else its own, or else that of reading.
        known = sources[0].date or event.date or sources[0].accessed
        yield Entry(event.id, NEW, url, known, event, sources)
        return
    first, *_ = standings = dossier.standings(event)
    yield Entry(event.id, NEW, url, first.as_of, event, first.step.sources, after=first)
    for before, after in pairwise(standings):
        step = after.step
        anchor = anchors.change(event, step)
        place = f"{urls.CHANGES}#{anchor}" if after.is_changed else url
        yield Entry(anchor, str(step.kind), place, step.as_of, event, step.sources, before, after)


def moment(when: When) -> str:
    """Write a date as the date and time (RFC 3339) that feeds require.

    It is the start of the day, month or year that is known, at midnight UTC; of a span, that of its end. So
    entries keep the order of their dates, and none is of the future while its year lasts. How exactly the
    date is known, the text of the entry says.
    """
    return f"{when.newest.earliest.isoformat()}T00:00:00Z"
