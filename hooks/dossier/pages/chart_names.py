"""Which events of a chart are named, and how their names are broken into lines."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from ..model.dataset import date_of
from ..model.dates import Span
from ..model.event import Event
from .chart_scale import WIDTH, Scale

MOST_NAMES = 10
APART = 80
"""How far apart events of a lane must be for both to be named."""
LINE = range(12, 31)
"""Letters in a line of a name, of which there are two at most."""


def choose_named(lanes: Sequence[Sequence[Event]], scale: Scale) -> set[str]:
    """Choose by their ids what is named, up to ten events."""
    free = {
        event.id: (event, number, float(WIDTH))
        for number, events in enumerate(lanes)
        for event in events
        if event.title
    }
    named: set[str] = set()
    while free and len(named) < MOST_NAMES:
        chosen, lane, _ = max(free.values(), key=_weight)
        named.add(chosen.id)
        place = scale.extent(date_of(chosen)).middle
        for event, number, distance in list(free.values()):
            if number == lane:
                nearer = min(distance, abs(scale.extent(date_of(event)).middle - place))
                free[event.id] = (event, number, nearer)
        free = {id: one for id, one in free.items() if one[2] >= APART}
    return named


def _weight(candidate: tuple[Event, int, float]) -> tuple[bool, bool, float]:
    """Put key events first, as they come, then what lasted, then what is far from others."""
    event, _, distance = candidate
    return event.key, isinstance(event.date, Span), 0 if event.key else distance


def lines_of(title: str) -> tuple[str, ...]:
    """Break a title into two lines that are as short as can be, or cut it at a word."""
    for letters in LINE:
        lines = wrap(title, letters, break_long_words=False)
        if len(lines) <= 2 and len(max(lines, key=len)) <= letters:
            return tuple(lines)
    return tuple(wrap(title, LINE[-1], max_lines=2, placeholder="…"))
