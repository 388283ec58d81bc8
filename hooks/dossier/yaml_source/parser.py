"""YAML text to nodes.

YAML means what it looks like here: every scalar is the text that was written, until a field reads it.
libyaml does the parsing; its events are composed here, so that no input can nest or repeat without bound.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from sys import intern
from typing import Any
from unicodedata import normalize

import yaml
from yaml import events

from ..problems.file_messages import Files, Yaml
from ..problems.look_alikes import refuse_unseen
from ..problems.problem import Place, Problem
from ..problems.record_messages import Values
from .characters import UNSEEN
from .nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode, in_words
from .yaml_errors import explain

# The parser in C is many times faster; the one in Python is used where PyYAML was built without it.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MOST_NESTING = 20
MOST_REPEATED = 10_000
"""How many values the aliases of one file may repeat."""

CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
INDENTED_BY_TAB = re.compile(r"^[ -]*(\t)\s*\S", re.MULTILINE)
HASH = re.compile(r" #(?=[^\s#])")
"""What looks like a part of the text before it, as in `Room #12`.

A comment at the end of a line has a space after its `#`, or two before it; and after an id or a date even
`#12` can be nothing else, so only fields of free text ask for this.
"""
KEY_IN_TEXT = re.compile(r"^ +([a-z_]+):(?= |$)", re.MULTILINE)


class UnreadableError(Exception):
    """Raised where the rest of a file cannot be read; carries the problem."""

    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, "", message)
        super().__init__(message)


def read(content: bytes, name: str, report: Callable[[Problem], None]) -> Node:
    """Read the content of one file, called `name` in problems; report what does not keep it from being read.

    Raises:
        UnreadableError: where it is not UTF-8, not YAML, empty, or nests or repeats without bound.
    """
    return parse(decode(content, name), name, report)


def parse(text: str, name: str, report: Callable[[Problem], None]) -> Node:
    """Read the text of a file, as `read` does."""
    text = normalize("NFC", re.sub(r"\r\n?", "\n", text))
    if "\0" in text:
        raise UnreadableError(_place(name, text, text.index("\0")), Files.NOT_UTF_8())
    for found in UNSEEN.finditer(text):
        report(Problem(_place(name, text, found.start()), "", refuse_unseen(found[0])))
    text = UNSEEN.sub("", text)  # the rest is read as if they were deleted
    for pattern, message in ((CONFLICT, Files.CONFLICT), (INDENTED_BY_TAB, Yaml.TAB)):
        if line := pattern.search(text):
            raise UnreadableError(_place(name, text, line.start(1)), message())
    composer = _Composer(name, text, report)
    try:
        return composer.document()
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(*explain(error, name, text.split("\n"), composer.quoted)) from None


def decode(content: bytes, name: str) -> str:
    """Take the content of a file as text, or raise UnreadableError where it is not UTF-8."""
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        raise UnreadableError(_place(name, before, len(before)), Files.NOT_UTF_8()) from None


def _place(name: str, text: str, index: int) -> Place:
    return Place(name, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


class _Composer:
    """Turns the parser's events into values."""

    def __init__(self, name: str, text: str, report: Callable[[Problem], None]) -> None:
        self.name = name
        self.text = text
        self.has_hash = HASH.search(text) is not None
        self.report = report
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self.anchors: dict[str, tuple[Node, int] | None] = {}
        """The named values with their sizes, None for one that has not ended yet."""
        self.quoted: Any = None
        """The last text in quotation marks."""
        self.count = 0
        """How many values were composed so far, repeated ones included."""
        self.repeated = 0
        self.others: list[MappingNode] = []
        """The records that followed in the mapping composed last, for want of a dash."""

    def document(self) -> Node:
        """Compose the one document of the file."""
        next(self.events)  # the start of the stream
        has_document = isinstance(next(self.events), events.DocumentStartEvent)
        node = self.node(next(self.events), 0) if has_document else None
        if node is None or (isinstance(node, ScalarNode) and not node.text):
            raise UnreadableError(Place(self.name, 1, 1), Files.NO_RECORD())
        next(self.events)  # the end of the document
        following = next(self.events)
        if not isinstance(following, events.StreamEndEvent):
            raise UnreadableError(self.place(following), Yaml.SECOND_FILE())
        return SequenceNode(node.place, [node, *self.others]) if self.others else node

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def node(self, event: Any, depth: int) -> Node:
        """Compose the value that starts with an event."""
        kind = type(event)
        if kind is events.AliasEvent:
            return self.alias(event)
        if event.anchor:
            self.anchors[event.anchor] = None
        if event.tag:
            self.report(Problem(self.place(event), "", Yaml.BAD_START()))
        before = self.count
        self.count += 1
        node: Node
        if kind is events.ScalarEvent:
            node = self.scalar(event)
        elif depth == MOST_NESTING:
            raise UnreadableError(self.place(event), Yaml.TOO_DEEP(number=MOST_NESTING))
        elif kind is events.SequenceStartEvent:
            node = SequenceNode(self.place(event), self.items(depth + 1))
        else:
            node = MappingNode(self.place(event), self.entries(depth + 1))
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def scalar(self, event: Any) -> ScalarNode:
        """Compose a text, and note what is perhaps not where its writer thinks: a comment, or keys."""
        place, style, text = self.place(event), event.style, event.value
        start, end = event.start_mark, event.end_mark
        if style in ("|", ">"):
            found = KEY_IN_TEXT.finditer(self.text, start.index, end.index)
            keys = (ScalarNode(_place(self.name, self.text, key.start(1)), key[1]) for key in found)
            return ScalarNode(place, text, style, keys=tuple(keys))
        if style:
            self.quoted = event
            if UNSEEN.search(text):
                self.report(Problem(place, "", Yaml.UNPRINTABLE()))
            return ScalarNode(place, normalize("NFC", text), style)
        if self.has_hash and text and HASH.match(self.text, end.index):
            return ScalarNode(place, text, comment=Place(self.name, end.line + 1, end.column + 2))
        return ScalarNode(place, text)

    def alias(self, event: Any) -> Node:
        name = event.anchor
        if name not in self.anchors:
            raise UnreadableError(self.place(event), Yaml.NOTHING_TO_REPEAT(name=name))
        named = self.anchors[name]
        if named is None:
            raise UnreadableError(self.place(event), Yaml.REPEATS_ITSELF(name=name))
        node, size = named
        self.count += size
        self.repeated += size
        if self.repeated > MOST_REPEATED:
            raise UnreadableError(self.place(event), Yaml.REPEATS_TOO_MUCH(name=name, number=MOST_REPEATED))
        return node

    def items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        self.others = []
        while type(event := next(self.events)) is not events.SequenceEndEvent:
            items += [self.node(event, depth), *self.others]
            self.others = []
        return items

    def entries(self, depth: int) -> dict[str, Entry]:
        """Compose the entries of a mapping; those of records that lack their dash go into `others`."""
        records: list[MappingNode] = []
        entries: dict[str, Entry] = {}
        first = entries
        while type(event := next(self.events)) is not events.MappingEndEvent:
            key = self.node(event, depth)
            value = self.node(next(self.events), depth)
            if not isinstance(key, ScalarNode):
                self.report(Problem(key.place, "", Yaml.KEY_NOT_TEXT(found=in_words(key))))
                continue
            if key.text in entries:
                if not _starts_record(key.text, value, entries):
                    line = entries[key.text].place.line
                    self.report(Problem(key.place, "", Values.KEY_TWICE(key=key.text, line=line)))
                    continue
                is_indented = key.place.column > 2
                words = Yaml.RECORD_WITHOUT_DASH() if is_indented else Yaml.RECORDS_WITHOUT_DASHES()
                self.report(Problem(key.place, "", words))
                entries = {}
                records.append(MappingNode(key.place, entries))
            entries[intern(key.text)] = Entry(key.place, value)
        self.others = records
        return first


def _starts_record(key: str, value: Node, entries: dict[str, Entry]) -> bool:
    """Say whether a repeated key is the first of a new record, which lacks its dash."""
    earlier = entries[key].value
    if not isinstance(value, ScalarNode) or not isinstance(earlier, ScalarNode) or value.text == earlier.text:
        return False
    return entries.keys() <= {"name", "role"} if key == "name" else key in ("id", "term") and len(entries) > 1
