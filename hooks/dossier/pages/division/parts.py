"""How a long list is cut into parts, so that no page is heavy, however many records there are.

A list that fits on a page is one part, which is on the page itself. One that does not fit is cut by its
labels, such as decades, what is still too heavy by further labels, such as years, and the rest where the
page is full. The page itself then lists the parts. Every entry is looked at once for each label, so that the
time grows with the list and with nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from ...model.records import Source
from .weights import NOTHING, ROOM, Weight, total, weigh_reference

T = TypeVar("T")


class Label(NamedTuple):
    """What entries that follow one another have in common."""

    key: str
    """The last part of the URL of their page."""
    title: str
    anchor: str = ""
    """The anchor of its heading, if it has one."""


WHOLE = Label("", "")
"""The label of what is not grouped."""


class Entry(NamedTuple, Generic[T]):
    """A record, or whatever else a list has, with what leads to it."""

    value: T
    anchors: tuple[str, ...] = ()
    """The anchors that it brings; one that several entries bring leads to the first of them."""
    labels: tuple[Label, ...] = ()
    """The labels by which it is grouped, the widest first."""

    @property
    def all_anchors(self) -> tuple[str, ...]:
        """The anchors that lead to it or to the first of its label."""
        return (*self.anchors, *[label.anchor for label in self.labels if label.anchor])


class Weighed(NamedTuple, Generic[T]):
    """An entry with what it needs of a page; a list is cut by that, and then lets go of it."""

    entry: Entry[T]
    weight: Weight
    """Its estimated weight in HTML, without that of its sources."""
    sources: tuple[Source, ...] = ()
    """The sources that it cites, each of which is once at the foot of its page."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """What is on one page."""

    url: str
    label: Label
    entries: tuple[Entry[T], ...]
    number: int = 1
    """Its place among the pages with the same label."""
    pages: int = 1
    """How many pages have the same label."""

    @property
    def title(self) -> str:
        """What it is called; empty for a list that is whole."""
        return (
            f"{self.label.title}, part {self.number} of {self.pages}" if self.pages > 1 else self.label.title
        )

    @property
    def values(self) -> tuple[T, ...]:
        """What it lists."""
        return tuple(entry.value for entry in self.entries)

    @property
    def inner_labels(self) -> tuple[Label, ...]:
        """The labels with an anchor that are narrower than its own."""
        listed = (label for entry in self.entries for label in entry.labels if label.anchor)
        return tuple(dict.fromkeys(label for label in listed if label != self.label))


@dataclass(frozen=True)
class Branch(Generic[T]):
    """A page that lists the parts below it."""

    url: str
    title: str
    """Empty for the page of the whole list."""
    parts: tuple[Part[T], ...]

    @property
    def groups(self) -> tuple[tuple[Label, tuple[Part[T], ...]], ...]:
        """The parts by their labels."""
        groups = groupby(self.parts, key=lambda part: part.label)
        return tuple((label, tuple(parts)) for label, parts in groups)


class Division(Generic[T]):
    """A list, cut into parts where it is too long for a page."""

    def __init__(
        self, url: str, entries: Iterable[Weighed[T]], room: Weight = ROOM, beside: Weight = NOTHING
    ) -> None:
        """Cut the list of the page at a URL; `beside` is the weight of what else is on that page."""
        weighed = tuple(entries)
        self.url = url
        self.whole = Part(url, WHOLE, _entries(weighed)) if fit(weighed, room, beside) else None
        """The list as its only part, if it fits on its page."""
        self.branches: list[Branch[T]] = []
        """The pages that list parts: that of the list itself, and those of its widest labels."""
        self._room = room
        self.parts = (self.whole,) if self.whole else tuple(self._cut(WHOLE, weighed, 0))

    @property
    def pages(self) -> tuple[Part[T] | Branch[T], ...]:
        """All pages of the list."""
        return (*self.branches, *self.parts)

    @cached_property
    def numbers(self) -> Counter[Label]:
        """How many entries have each label."""
        return Counter(label for part in self.parts for entry in part.entries for label in entry.labels)

    @cached_property
    def _order(self) -> dict[str, int]:
        """The places of the parts by their URLs."""
        return {part.url: number for number, part in enumerate(self.parts)}

    @cached_property
    def _urls(self) -> dict[str, str]:
        """The URLs of the parts by the anchors on them."""
        return {
            anchor: part.url
            for part in reversed(self.parts)
            for entry in part.entries
            for anchor in entry.all_anchors
        }

    def at(self, anchor: str) -> str:
        """Return the URL of an anchor, which is on one of the parts."""
        return f"{self._urls[anchor]}#{anchor}"

    def beside(self, part: Part[T]) -> tuple[Part[T] | None, Part[T] | None]:
        """Return the parts before and after a part."""
        number = self._order[part.url]
        before = self.parts[number - 1] if number else None
        return before, self.parts[number + 1] if number + 1 < len(self.parts) else None

    def _cut(self, label: Label, weighed: Sequence[Weighed[T]], depth: int) -> Iterator[Part[T]]:
        """Cut what has a label in common."""
        url = f"{self.url}{label.key}/" if label.key else self.url
        if depth and fit(weighed, self._room):
            yield Part(url, label, _entries(weighed))
        elif any(len(item.entry.labels) > depth for item in weighed):
            groups = groupby(weighed, key=lambda item: item.entry.labels[depth])
            parts = [part for inner, group in groups for part in self._cut(inner, [*group], depth + 1)]
            self.branches.insert(0, Branch(url, label.title, tuple(parts)))
            yield from parts
        else:
            pieces = [*_fill(weighed, self._room)]
            for number, piece in enumerate(pieces, start=1):
                yield Part(f"{url}{number}/" if number > 1 else url, label, piece, number, len(pieces))


def fit(weighed: Sequence[Weighed[Any]], room: Weight, beside: Weight = NOTHING) -> bool:
    """Say whether a page has room for entries, their sources, and what is beside them."""
    weight = total([beside, *(item.weight for item in weighed)])
    return weight.fits(room) and weight.plus(_weigh_sources(weighed)).fits(room)


def _weigh_sources(weighed: Iterable[Weighed[Any]]) -> Weight:
    cited = {source.id: source for item in weighed for source in item.sources}
    return total(map(weigh_reference, cited.values()))


def _entries(weighed: Sequence[Weighed[T]]) -> tuple[Entry[T], ...]:
    return tuple([item.entry for item in weighed])


def _fill(weighed: Iterable[Weighed[T]], room: Weight) -> Iterator[tuple[Entry[T], ...]]:
    """Fill one page after the other; what is too heavy for any has one of its own."""
    piece: list[Entry[T]] = []
    weight, cited = NOTHING, set[str]()
    for item in weighed:
        new: Sequence[Source] = [source for source in item.sources if source.id not in cited]
        weight = weight.plus(item.weight)
        if new:
            weight = total((weight, *map(weigh_reference, new)))
        if piece and not weight.fits(room):
            yield tuple(piece)
            piece, weight, new = [], item.weight.plus(_weigh_sources([item])), item.sources
            cited.clear()
        piece.append(item.entry)
        if new:
            cited.update(source.id for source in new)
    if piece:
        yield tuple(piece)
