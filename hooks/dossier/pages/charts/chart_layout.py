"""How events are laid out in a chart: each in a row of its lane where it has room, or counted in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.dataset import date_of
from ...model.event import Event
from ...model.kinds import Kind
from .chart_names import choose_named, lines_of
from .chart_scale import STEPS, Extent, Scale, make_scale
from .timeline_chart import MARK, Column, Lane, Mark, TimelineChart

ROW = 27
"""Room for a name of two lines."""
LANE_NAME = 28
NUMBER = 16
"""The height of the number above a column."""

MOST_ROWS = 6
"""A lane that would need more has columns instead, as tall as the events are many."""


class Group(NamedTuple):
    """Events that get a lane of their own."""

    name: str
    tone: str
    """The end of the class that gives its colour."""
    events: Sequence[Event]


def chart_events(events: Iterable[Event], kinds: Iterable[Kind]) -> TimelineChart | None:
    """Draw events, a lane for each kind."""
    listed = list(events)
    return draw_chart(
        Group(kind.plural.capitalize(), kind.noun, [event for event in listed if event.noun == kind.noun])
        for kind in kinds
    )


def draw_chart(groups: Iterable[Group]) -> TimelineChart | None:
    """Draw groups of events; nothing where there is no event with a date."""
    dated = [group._replace(events=[event for event in group.events if event.date]) for group in groups]
    dated = [group for group in dated if group.events]
    if not dated:
        return None
    scale = make_scale(date_of(event) for group in dated for event in group.events)
    crowded = [group for group in dated if _is_crowded(group.events, scale)]
    named = choose_named([group.events for group in dated if group not in crowded], scale)
    lanes: list[Lane] = []
    y = 0
    for group in dated:
        lanes.append(_columns(group, y, scale) if group in crowded else _marks(group, y, scale, named))
        y += lanes[-1].height
    return TimelineChart(scale, tuple(lanes))


def _row(room: Extent, rows: list[list[Extent]]) -> int:
    """Take the first row that has the room."""
    free = (number for number, taken in enumerate(rows) if not any(map(room.overlaps, taken)))
    row = next(free, len(rows))
    rows[row:] = [[*(rows[row] if row < len(rows) else ()), room], *rows[row + 1 :]]
    return row


def _is_crowded(events: Iterable[Event], scale: Scale) -> bool:
    rows: list[list[Extent]] = []
    return any(_row(_mark(event, scale).room, rows) >= MOST_ROWS for event in events)


def _mark(event: Event, scale: Scale) -> Mark:
    return Mark(event, scale.extent(date_of(event)))


def _marks(group: Group, y: int, scale: Scale, named: Collection[str]) -> Lane:
    rows: list[list[Extent]] = []
    marks = []
    for event in sorted(group.events, key=lambda event: event.id not in named):
        name = lines_of(event.title or "") if event.id in named else ()
        mark = replace(_mark(event, scale), name=name)
        row = _row(mark.room, rows)
        marks.append(replace(mark, y=y + LANE_NAME + row * ROW + ROW // 2))
    marks.sort(key=lambda mark: date_of(mark.event).sort_key)
    return Lane(group.name, group.tone, len(marks), y, LANE_NAME + len(rows) * ROW, tuple(marks), ())


def _columns(group: Group, y: int, scale: Scale) -> Lane:
    counts = Counter(date_of(event).year for event in group.events)
    step = next((step for step in STEPS if step * scale.year >= MARK), STEPS[-1])
    parts = [years[start : start + step] for years in scale.stretches for start in range(0, len(years), step)]
    totals = {part: sum(counts[year] for year in part) for part in parts}
    bottom, tallest = LANE_NAME + MOST_ROWS * ROW, max(totals.values())
    columns = tuple(
        Column(
            part,
            next(year for year in part if counts[year]),
            total,
            Extent(scale.left[part[0]], scale.left[part[-1]] + scale.year),
            y + bottom - (height := max(MARK, round((MOST_ROWS * ROW - NUMBER) * total / tallest))),
            height,
        )
        for part, total in totals.items()
        if total
    )
    return Lane(group.name, group.tone, len(group.events), y, bottom, (), columns)
