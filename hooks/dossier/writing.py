"""Values to YAML text, and where in a data file it goes: nothing that stands there already is changed."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from yaml import events

from .problems import DataError, Place, Problem
from .reading import LOADER, Mapping, Node, Scalar, Sequence, UnreadableError, decode, parse
from .values import KEBAB_CASE

WIDTH = 100
"""How long a line may be, in characters."""

NO_LINES = 'nothing can be added here; start each entry with "- " on a line of its own, without brackets'
"""What only a conversation says: the check of the data takes entries in any form."""

DASH = re.compile(r"( *)-(\s|$)")


class Gap(NamedTuple):
    """The end of a list in a file, where one more entry can stand."""

    lines: int
    """The number of lines before it."""
    indent: int
    key: str = ""
    """The key that the list still lacks."""

    def filled(self, record: Mapping) -> str:
        """Write a record as it will stand there."""
        if not self.key:
            return write(record, self.indent)
        return f"{' ' * self.indent}{self.key}:\n{write(record, self.indent + 2)}"


@dataclass(frozen=True)
class Home:
    """The list at the end of which a record is put."""

    path: Path
    name: str
    """The file in problems."""
    key: str = ""
    """The key of the list; empty where the file itself is the list."""
    header: str = ""
    """What a file that is not there yet starts with."""

    def preview(self, record: Mapping) -> str:
        """Write a record as it will stand in the file; raises as `put` does."""
        return self.gap().filled(record)

    def put(self, record: Mapping) -> None:
        """Put a record into the file.

        Raises:
            DataError: where the file cannot be read, or has no line where one more entry can start.
        """
        gap = self.gap()
        if gap.lines:
            content = insert(gap.filled(record), self.path.read_bytes(), gap.lines)
        else:
            content = f"{self.header}{gap.filled(record)}".encode()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(content)

    def gap(self) -> Gap:
        """Find the end of the list; raises as `put` does."""
        return find_gap(self.path.read_bytes(), self.name, self.key) if self.path.exists() else Gap(0, 0)


def find_gap(content: bytes, name: str, key: str = "") -> Gap:
    """Find the end of the list of a file called `name` in problems, or of the list of a key of it.

    Raises:
        DataError: where the file cannot be read, or the entries do not start on lines of their own.
    """
    problems: list[Problem] = []
    try:
        text = decode(content, name)
        root = node = parse(text, name, problems.append)
    except UnreadableError as error:
        raise DataError([error.problem]) from None
    if key and isinstance(root, Mapping) and key in root.entries:
        node, key = root.entries[key].value, ""
    if isinstance(node, Mapping if key else Sequence):
        start, end = _ends(text, node.place)
        if not start.flow_style:
            return _gap_behind(text.splitlines(), start.start_mark, end, key)
    raise DataError([Problem(node.place, "", NO_LINES)])


def _gap_behind(lines: list[str], start: Any, end: Any, key: str) -> Gap:
    dashes = filter(None, map(DASH.match, lines[start.line :]))
    indent = start.column if key else len(next(dashes)[1])
    number = end.line + (end.column > 0)
    while not lines[number - 1].strip():
        number -= 1
    while number < len(lines) and re.match(f" {{{indent + 1},}}#", lines[number]):
        number += 1  # a comment that is indented more than the entries belongs to the last of them
    return Gap(number, indent, key)


def _ends(text: str, place: Place) -> tuple[Any, Any]:
    """Return the event that starts the list or the group of keys at a place, and the mark where it ends."""
    stream: Iterator[Any] = yaml.parse(text, Loader=LOADER)
    starts = (event for event in stream if isinstance(event, events.CollectionStartEvent))
    start = next(event for event in starts if _place(event.start_mark) == place[1:])
    depth, end = 1, start.end_mark
    while depth:
        event = next(stream)
        is_end = isinstance(event, events.CollectionEndEvent)
        depth += isinstance(event, events.CollectionStartEvent) - is_end
        # The end of what has no brackets is noticed only where the next thing starts, after all comments.
        if not is_end or event.start_mark.index < event.end_mark.index:
            end = event.end_mark
    return start, end


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1)


def insert(text: str, content: bytes, number: int) -> bytes:
    """Put lines and a blank one before them behind a number of lines, with the line ends of the file."""
    lines = content.splitlines(keepends=True)
    found = re.search(rb"\r\n?|\n", content)
    line_end = found[0] if found else b"\n"
    before = b"".join(lines[:number])
    if not before.endswith((b"\n", b"\r")):
        before += line_end
    return before + line_end + text.encode().replace(b"\n", line_end) + b"".join(lines[number:])


def write(node: Node, indent: int = 0) -> str:
    """Write a record, or another value, as an entry of a list."""
    start = f"{' ' * indent}- "
    match node:
        case Scalar():
            return f"{start}{_text(node.text, start)}\n"
        case Mapping():
            return start + _keys(node, indent + 2).lstrip()
        case Sequence():
            return start + _entries(node, indent + 2).lstrip()


def _entries(node: Sequence, indent: int) -> str:
    return "".join(write(item, indent) for item in node.items)


def _keys(node: Mapping, indent: int) -> str:
    return "".join(_key(key, entry.value, indent) for key, entry in node.entries.items())


def _key(key: str, node: Node, indent: int) -> str:
    start = f"{' ' * indent}{key}:"
    match node:
        case Scalar():
            return f"{start} {_text(node.text, f'{start} ')}\n"
        case Mapping():
            return f"{start}\n{_keys(node, indent + 2)}"
        case Sequence():
            texts = [item.text for item in node.items if isinstance(item, Scalar)]
            ids = [text for text in texts if KEBAB_CASE.fullmatch(text)]
            short = f"{start} [{', '.join(ids)}]"
            is_short = len(ids) == len(node.items) and len(short) <= WIDTH
            return f"{short}\n" if is_short else f"{start}\n{_entries(node, indent + 2)}"


def _text(text: str, start: str) -> str:
    """Write text in the plainest form that reads back as the very same, given the start of its line."""
    forms = [text, f'"{text}"', "'{}'".format(text.replace("'", "''")), json.dumps(text, ensure_ascii=False)]
    if len(start) + len(text) > WIDTH and " " in text:
        forms.insert(0, _folded(text, len(start) - len(start.lstrip()) + 2))
    return next((form for form in forms if _reads_back(f"{start}{form}\n", text)), forms[-1])


def _folded(text: str, indent: int) -> str:
    lines = textwrap.wrap(
        text,
        WIDTH - indent,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join([">-", *(f"{' ' * indent}{line}" for line in lines)])


def _reads_back(lines: str, text: str) -> bool:
    """Tell whether lines with one value give this text, and no problem."""
    problems: list[Problem] = []
    try:
        node = parse(lines, "", problems.append)
    except UnreadableError:
        return False
    match node:
        case Mapping():
            values = [entry.value for entry in node.entries.values()]
        case Sequence():
            values = node.items
        case Scalar():
            values = []
    return not problems and [value.text for value in values if isinstance(value, Scalar)] == [text]
