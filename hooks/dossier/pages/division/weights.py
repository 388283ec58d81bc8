"""How much a record weighs on a page: an estimate from its texts, made before any page is written.

It is meant to be too high. A page is heavy by its bytes, most of which are markup, or by its text, which
compresses less than markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...model.event import Event
from ...model.prose import Prose
from ...model.record import Record
from ...model.records import Source
from ...model.size import Size, length, measure
from ...model.statement import Statement


class Weight(NamedTuple):
    """A weight in bytes."""

    html: int
    """All that is written for it."""
    text: int
    """The text alone, once."""

    def plus(self, other: Weight) -> Weight:
        """Return both together."""
        return Weight(self.html + other.html, self.text + other.text)

    def fits(self, room: Weight) -> bool:
        """Say whether there is room for it."""
        return self.html <= room.html and self.text <= room.text


NOTHING = Weight(0, 0)

ROOM = Weight(220_000, 50_000)
"""What the records of a page may weigh, so that the whole page is below 300 kB, and 60 kB compressed."""

ASIDE = Weight(100_000, 25_000)
"""What a list may weigh that is on the home page beside others."""

RECORD = 500
"""The markup of a record, its buttons and its links included."""
PART = 300
"""The markup of a record within, such as a conflict."""
VALUE = 60
"""The markup of a value."""
REFERENCE = 400
"""The markup of a source at the foot of a page, and in what describes the page to machines."""
MARK = Weight(400, 0)
"""An event in a chart, which repeats its title."""
LINK = 120
"""The markup of a link in a list."""
BRIEF = 400
"""The markup of an event in a list, with its date and what it cites."""
STEP = Weight(700, 50)
"""The markup of a change: its two sides, each with its date and status."""
LEAD = Weight(20_000, 2_000)
"""What a home page has beside its lists."""
NAMED = 3
"""How often a name is written: titles are repeated in the labels of buttons."""


def weigh(record: Record) -> Weight:
    """Estimate the weight of a record, with all that is within."""
    return _weigh(record.size)


def weigh_claims(statement: Statement, *claims: Prose) -> Weight:
    """Estimate the weight of a statement where only some of its claims are shown."""
    own = (statement.id, statement.title, *claims, *statement.conflicts, *statement.formerly)
    return _weigh(measure(own))


def weigh_reference(source: Source) -> Weight:
    """Estimate the weight of a source at the foot of a page that cites it."""
    text = length(source.title + source.publisher + source.url)
    return Weight(REFERENCE + 2 * text, text)


def weigh_link(*texts: str) -> Weight:
    """Estimate the weight of a line that is a link."""
    text = length("".join(texts))
    return Weight(LINK + text, text)


def weigh_brief(event: Event) -> Weight:
    """Estimate the weight of an event in a list that names it."""
    text = length(event.id + (event.title or ""))
    return Weight(BRIEF + LINK + text, text)


def total(weights: Iterable[Weight]) -> Weight:
    """Return all weights together."""
    html = text = 0
    for weight in weights:
        html += weight.html
        text += weight.text
    return Weight(html, text)


def _weigh(size: Size) -> Weight:
    """Estimate the weight of a record of a size."""
    text = size.names + size.prose
    html = RECORD + PART * size.records + VALUE * size.values + NAMED * size.names + size.prose
    return Weight(html, text)
