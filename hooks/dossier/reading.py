"""YAML text to values that keep their file, line and column.

YAML means what it looks like here: every scalar is the text that was written, until a field reads it.
libyaml does the parsing; its events are composed here, so that no input can nest or repeat without bound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml import events

from .problems import Place, Problem

# The parser in C is many times faster; the one in Python stands in where PyYAML was built without it.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MOST_NESTING = 20
MOST_REPEATED = 10_000
"""How many values the aliases of one file may repeat."""

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
INDENTED_BY_TAB = re.compile(r"^ *(\t)\s*\S", re.MULTILINE)


class Scalar(NamedTuple):
    """A piece of text."""

    place: Place
    text: str


class Sequence(NamedTuple):
    """A list of values."""

    place: Place
    items: list[Node]


class Entry(NamedTuple):
    """A key of a mapping, with its value."""

    place: Place
    """Where the key stands."""
    value: Node


class Mapping(NamedTuple):
    """Values by key, in the order of the file."""

    place: Place
    entries: dict[str, Entry]

    def text(self, key: str) -> str:
        """Return the text of a key, empty where it has none."""
        entry = self.entries.get(key)
        return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


Node: TypeAlias = Scalar | Sequence | Mapping


def in_words(node: Node) -> str:
    """Say what a value is."""
    match node:
        case Scalar():
            return "text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of keys"


class UnreadableError(Exception):
    """Raised where the rest of a file cannot be read; carries the problem."""

    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, "", message)
        super().__init__(message)


def read(path: Path, name: str, report: Callable[[Problem], None]) -> Node:
    """Read one file, called `name` in problems; report keys that are used twice.

    Raises:
        UnreadableError: where it is not UTF-8, not YAML, empty, or nests or repeats without bound.
    """
    text = _decode(path.read_bytes(), name)
    for pattern, message in (
        (UNPRINTABLE, "this character cannot be shown; delete it"),
        (INDENTED_BY_TAB, "this line is indented with a tab; use spaces"),
    ):
        if found := pattern.search(text):
            raise UnreadableError(_place(name, text, found.start(found.lastindex or 0)), message)
    try:
        return _Composer(name, text, report).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax_problem(error, name) from None


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        raise UnreadableError(
            _place(name, before, len(before)),
            'the file is not in the encoding "UTF-8" here; save it as UTF-8',
        ) from None


def _place(name: str, text: str, index: int) -> Place:
    return Place(name, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


class _Composer:
    """Turns the parser's events into values."""

    def __init__(self, name: str, text: str, report: Callable[[Problem], None]) -> None:
        self.name = name
        self.report = report
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0
        """How many values were composed so far, repeated ones included."""
        self.repeated = 0

    def document(self) -> Node:
        """Compose the one document of the file."""
        next(self.events)  # the start of the stream
        has_document = isinstance(next(self.events), events.DocumentStartEvent)
        node = self.node(next(self.events), 0) if has_document else None
        if node is None or (isinstance(node, Scalar) and not node.text):
            raise UnreadableError(
                Place(self.name, 1, 1), "the file is empty; write a record, or delete the file"
            )
        next(self.events)  # the end of the document
        following = next(self.events)
        if not isinstance(following, events.StreamEndEvent):
            raise UnreadableError(
                self.place(following), 'a second document starts here; delete the line "---"'
            )
        return node

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def node(self, event: Any, depth: int) -> Node:
        """Compose the value that starts with an event."""
        kind = type(event)
        if kind is events.AliasEvent:
            return self.alias(event)
        before = self.count
        self.count += 1
        node: Node
        if kind is events.ScalarEvent:
            node = Scalar(self.place(event), event.value)
        elif depth == MOST_NESTING:
            message = f"this is nested deeper than {MOST_NESTING} levels; check the brackets and dashes"
            raise UnreadableError(self.place(event), message)
        elif kind is events.SequenceStartEvent:
            node = Sequence(self.place(event), self.items(depth + 1))
        else:
            node = Mapping(self.place(event), self.entries(depth + 1))
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def alias(self, event: Any) -> Node:
        name = event.anchor
        if name not in self.anchors:
            message = f'there is no "&{name}" before this "*{name}"; write the value itself'
            raise UnreadableError(self.place(event), message)
        node, size = self.anchors[name]
        self.count += size
        self.repeated += size
        if self.repeated > MOST_REPEATED:
            message = f'"*{name}" repeats more than {MOST_REPEATED:,} values; write the values themselves'
            raise UnreadableError(self.place(event), message)
        return node

    def items(self, depth: int) -> list[Node]:
        items = []
        while type(event := next(self.events)) is not events.SequenceEndEvent:
            items.append(self.node(event, depth))
        return items

    def entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while type(event := next(self.events)) is not events.MappingEndEvent:
            key = self.node(event, depth)
            value = self.node(next(self.events), depth)
            if not isinstance(key, Scalar):
                self.report(Problem(key.place, "", f"a key must be text, but this is {in_words(key)}"))
            elif key.text in entries:
                first = entries[key.text].place.line
                message = f'the key "{key.text}" is used twice; it stands in line {first} already'
                self.report(Problem(key.place, "", message))
            else:
                entries[key.text] = Entry(key.place, value)
        return entries


BAD_START = "a value cannot start with this character; put the value in quotation marks"
UNFINISHED = "the bracket that opens here is not closed, or a comma is missing"
INDENTATION = "this line does not fit the lines above; check its indentation and quotation marks"

SYNTAX = {
    "mapping values are not allowed": (
        "a colon with a space after it is not expected here;"
        " put the value in quotation marks, or check the indentation"
    ),
    "could not find expected ':'": "this line has no key; write a colon and a space behind the key",
    "unexpected end of stream": "the quotation mark that opens here is not closed",
    "cannot start any token": BAD_START,
    "expected node content": BAD_START,
    "expected key": INDENTATION,
    "expected '-' indicator": 'a list entry must start here with "- "; add it, or check the indentation',
    "expected ',' or": UNFINISHED,
    "unknown escape character": 'this "\\" is not allowed between double quotation marks; use single ones',
    "block sequence entries are not allowed": 'a list cannot start behind a key; put "- " on a new line',
    "expected <document start>": INDENTATION,
    "expected comment or line break": 'no text may follow "|" or ">"; put it on the next line',
}
"""What libyaml says, in part, and what an editor is told."""

TOLD_AT_START = {"could not find expected ':'", "unexpected end of stream", "expected ',' or"}
"""The problems that an editor mends where the value starts, not where libyaml noticed."""


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> UnreadableError:
    found = next((words for words in SYNTAX if words in (error.problem or "")), "")
    mark = error.context_mark if found in TOLD_AT_START and error.context_mark else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = SYNTAX.get(found, "this cannot be read as YAML; put the value in quotation marks")
    return UnreadableError(Place(name, line, column), message)
