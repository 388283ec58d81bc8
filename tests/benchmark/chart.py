"""The growth of builds with the records: an SVG of lines on logarithmic axes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 250, 10, 50
"""The margins, in pixels."""
LINE = 18
"""The least distance of two names, in pixels."""
DASHES = ("none", "8 3", "2 3", "10 3 2 3", "5 5", "1 5", "14 4")


class Point(NamedTuple):
    """What one build took."""

    records: float
    seconds: float


class Axis(NamedTuple):
    """A logarithmic axis, from one power of ten to another."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def over(cls, values: Iterable[float], start: float, end: float) -> Axis:
        """Return the axis that has all values, between two pixels."""
        logarithms = [log10(value) for value in values]
        low = floor(min(logarithms))
        return cls(low, max(ceil(max(logarithms)), low + 1), start, end)

    def at(self, value: float) -> float:
        """Return the pixel of a value."""
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the pixels of the powers of ten, and the numbers."""
        for power in range(self.low, self.high + 1):
            yield self.at(10**power), f"{10**power:,}"


def draw(lines: Mapping[str, Sequence[Point]], label: str) -> str:
    """Draw a line for each name, the first one thicker; the markup has no empty lines."""
    points = [point for line in lines.values() for point in line]
    across = Axis.over((point.records for point in points), LEFT, WIDTH - RIGHT)
    up = Axis.over((point.seconds for point in points), HEIGHT - BOTTOM, TOP)
    ends = {name: up.at(line[-1].seconds) for name, line in lines.items()}
    texts = [*_numbers(across, up), *_names(_spread(ends))]
    return "\n".join(
        [
            f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
            f' aria-label="{escape(label)}" fill="none" stroke="currentColor" font-size="15">',
            f'<path d="{_grid(across, up)}" stroke-opacity="0.2"/>',
            *(_line(number, line, across, up) for number, line in enumerate(lines.values())),
            f'<path d="{_leaders(lines, ends, across)}" stroke-opacity="0.4"/>',
            '<g fill="currentColor" stroke="none">',
            *texts,
            "</g>",
            "</svg>",
        ]
    )


def _grid(across: Axis, up: Axis) -> str:
    columns = (f"M{x} {TOP}V{HEIGHT - BOTTOM}" for x, _ in across.ticks())
    return "".join([*columns, *(f"M{LEFT} {y}H{WIDTH - RIGHT}" for y, _ in up.ticks())])


def _line(number: int, line: Sequence[Point], across: Axis, up: Axis) -> str:
    path = " ".join(f"{across.at(point.records)},{up.at(point.seconds)}" for point in line)
    dashes = DASHES[number % len(DASHES)]
    return f'<polyline points="{path}" stroke-width="{1.5 if number else 3}" stroke-dasharray="{dashes}"/>'


def _leaders(lines: Mapping[str, Sequence[Point]], ends: Mapping[str, float], across: Axis) -> str:
    """Lead from the end of each line to its name."""
    places = _spread(ends)
    return "".join(
        f"M{across.at(line[-1].records) + 3} {ends[name]}L{WIDTH - RIGHT + 26} {places[name]}"
        for name, line in lines.items()
    )


def _numbers(across: Axis, up: Axis) -> Iterator[str]:
    bottom = HEIGHT - BOTTOM + 20
    for x, number in across.ticks():
        yield f'<text x="{x}" y="{bottom}" text-anchor="middle">{number}</text>'
    for y, number in up.ticks():
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{number}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{bottom + 20}" text-anchor="middle">records</text>'
    side = f'x="14" y="{HEIGHT / 2}" transform="rotate(-90 14 {HEIGHT / 2})"'
    yield f'<text {side} text-anchor="middle">CPU seconds</text>'


def _names(places: Mapping[str, float]) -> Iterator[str]:
    for name, y in places.items():
        yield f'<text x="{WIDTH - RIGHT + 30}" y="{y + 4}">{escape(name)}</text>'


def _spread(ends: Mapping[str, float]) -> dict[str, float]:
    """Move names apart that would overlap, downwards."""
    places: dict[str, float] = {}
    last = 0.0
    for name in sorted(ends, key=lambda name: ends[name]):
        places[name] = last = max(ends[name], last + LINE)
    return places
