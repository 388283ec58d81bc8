"""What became known, entry by entry: each record, and each later step of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model.dataset import Dossier
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


class Entry(NamedTuple):
    """Something that became known."""

    event: Event
    date: When | None
    """The date as of which its source speaks; None if nothing says so."""
    sources: tuple[Source, ...]
    after: Standing | None = None
    """What is known of a statement since then."""
    before: Standing | None = None
    """What was known before, if the entry is a later step of a statement."""

    @property
    def id(self) -> str:
        """The id of the record, and the date of a later step; permanent, as it makes addresses."""
        if self.before and self.after and isinstance(self.event, Statement):
            return anchors.change(self.event, self.after.step)
        return self.event.id

    @property
    def kind(self) -> str:
        """Its kind, one of `KINDS`."""
        return (self.after and self.after.step.kind) or NEW

    def url(self, site: SiteContext) -> str:
        """Return where the site has it."""
        is_change = self.after and self.after.is_changed
        return f"{urls.CHANGES}#{self.id}" if is_change else site.urls.of(self.event)


def list_entries(events: Iterable[Event], dossier: Dossier) -> list[Entry]:
    """List what became known of some events, newest first; what has no date comes last."""
    entries = [entry for event in events for entry in _entries_of(event, dossier)]
    return sorted(entries, key=lambda entry: entry.date.newest.sort_key if entry.date else ())[::-1]


def _entries_of(event: Event, dossier: Dossier) -> Iterator[Entry]:
    if not isinstance(event, Statement):
        sources = dossier.sources_of(event)
        # As of a statement: the date of its first source, or else its own, or else that of reading.
        known = sources[0].date or event.date or sources[0].accessed
        yield Entry(event, known, sources)
        return
    before: Standing | None = None
    for after in dossier.standings(event):
        yield Entry(event, after.step.as_of, after.step.sources, after, before)
        before = after


def moment(when: When) -> str:
    """Write a date as the date and time (RFC 3339) that feeds require.

    It is the start of the day, month or year that is known, at midnight UTC; of a span, that of its end. So
    entries keep the order of their dates, and none is of the future while its year lasts. How exactly the
    date is known, the text of the entry says.
    """
    return f"{when.newest.earliest.isoformat()}T00:00:00Z"
