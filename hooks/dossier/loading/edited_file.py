"""A data file after an edit: only the records that the edit touches are read again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.kinds import Kind
from ..model.registry import IdUse, Registry
from ..yaml_source.parser import UnreadableError, decode, parse
from .data_file import DataFile, read_records

ITEM = "- "
"""What an item of the list of a file starts with; no line within an item does."""

SPANNING = (re.compile(r"\n(?:---|\.\.\.|%)"), re.compile(r"[&*](?<![^\s\[{,].)\w"))
"""What may give lines elsewhere another meaning: marks of documents, names of values and repeated values.

One pattern of both would take three times as long.
"""


def reread(earlier: DataFile, written: bytes, name: str, kind: Kind) -> DataFile | None:
    """Read a file of which an earlier state is known; None if it has to be read whole.

    The file must be a list without any problem, before and after the edit. The records before the first
    changed line stay, and those behind the last if they are still on the same lines.
    """
    if not kind.is_listed or earlier.registry.problems:
        return None
    try:
        before, after = _lines(earlier.written, name), _lines(written, name)
        starts = [0, *[record.origin.place.line - 1 for record in earlier.records[1:]], len(before)]
        first, last = _changed(before, after, starts)
        start, end = starts[first], starts[last] + len(after) - len(before)
        text = "\n".join(["", *after])
        if any(pattern.search(text) for pattern in SPANNING):
            return None
        registry = Registry()
        node = parse("\n".join([*[""] * start, *after[start:end], ""]), name, registry.problems.append)
    except UnreadableError:
        return None
    records = (*read_records(node, kind, "", registry),)
    if registry.problems:
        return None
    items = [*after[end : end + 1], *[after[record.origin.place.line - 1] for record in records]]
    if not all(line.startswith(ITEM) for line in items):
        return None
    merged = _without(earlier.registry, start, starts[last])
    merged.merge(registry)
    return DataFile(written, (*earlier.records[:first], *records, *earlier.records[last:]), merged)


def _lines(written: bytes, name: str) -> list[str]:
    return re.sub(r"\r\n?", "\n", decode(written, name)).split("\n")


def _changed(before: Sequence[str], after: Sequence[str], starts: Sequence[int]) -> tuple[int, int]:
    """Return the number of the first changed record, and that of the first behind all changed ones."""

    def is_same(number: int) -> bool:
        lines = slice(starts[number], starts[number + 1])
        return before[lines] == after[lines]

    first, last = 0, len(starts) - 1
    while first < last and is_same(first):
        first += 1
    while first < last and len(before) == len(after) and is_same(last - 1):
        last -= 1
    return first, last


def _without(registry: Registry, start: int, end: int) -> Registry:
    """Return the ids of a registry that are not between two lines."""

    def others(uses: Sequence[IdUse]) -> list[IdUse]:
        return [use for use in uses if not start < use.place.line <= end]

    return Registry([], others(registry.defined), others(registry.referenced), others(registry.former))
