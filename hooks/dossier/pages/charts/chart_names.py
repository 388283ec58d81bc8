"""Which events of a chart are named, and how their names are broken into lines."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from ...model.dataset import date_of
from ...model.dates import Span
from ...model.event import Event
from .chart_scale import WIDTH, Scale

MOST_NAMES = 10
APART = 80
"""How far apart events of a lane must be for both to be named."""
LINE = range(12, 31)
"""Letters in a line of a name, of which there are two at most."""


class _Candidate(NamedTuple):
    """An event that may be named."""

    event: Event
    lane: int
    place: float
    distance: float = WIDTH
    """From the nearest event of its lane that is named."""


def choose_named(lanes: Sequence[Sequence[Event]], scale: Scale) -> set[str]:
    """Choose by their ids what is named, up to ten events."""
    free = {
        event.id: _Candidate(event, number, scale.extent(date_of(event)).middle)
        for number, events in enumerate(lanes)
        for event in events
        if event.title
    }
    named: set[str] = set()
    while free and len(named) < MOST_NAMES:
        chosen = max(free.values(), key=_weight)
        named.add(chosen.event.id)
        for id, one in [*free.items()]:
            distance = abs(one.place - chosen.place)
            if one.lane == chosen.lane and distance < APART:
                del free[id]
            elif one.lane == chosen.lane and distance < one.distance:
                free[id] = one._replace(distance=distance)
    return named


def _weight(candidate: _Candidate) -> tuple[bool, bool, float]:
    """Put key events first, as they come, then what lasted, then what is far from others."""
    event = candidate.event
    return event.key, isinstance(event.date, Span), 0 if event.key else candidate.distance


def lines_of(title: str) -> tuple[str, ...]:
    """Break a title into two lines that are as short as can be, or cut it at a word."""
    for letters in range(max(LINE.start, len(title) // 2), LINE.stop):  # fewer are not enough for two lines
        lines = wrap(title, letters, break_long_words=False)
        if len(lines) <= 2 and len(max(lines, key=len)) <= letters:
            return tuple(lines)
    return tuple(wrap(title, LINE[-1], max_lines=2, placeholder="…"))
