"""The values of a YAML file, with their places."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..problems.problem import Place


class ScalarNode(NamedTuple):
    """A piece of text."""

    place: Place
    text: str
    style: str = ""
    """The mark with which it starts: a quotation mark, `|` or `>`; empty for plain text."""
    comment: Place | None = None
    """Where a comment cuts it short, which looks like a part of it."""
    keys: tuple[ScalarNode, ...] = ()
    """What starts a line of it and looks like a key."""

    def place_of(self, character: str) -> Place:
        """Return the place of the first such character; in a text of several lines, that of the text."""
        if self.style in ("|", ">"):
            return self.place
        return self.place._replace(column=self.place.column + len(self.style) + self.text.index(character))


class SequenceNode(NamedTuple):
    """A list of values."""

    place: Place
    items: list[Node]


class Entry(NamedTuple):
    """A key of a mapping, with its value."""

    place: Place
    """That of the key."""
    value: Node


class MappingNode(NamedTuple):
    """Values by key, in the order of the file."""

    place: Place
    entries: dict[str, Entry]

    def text(self, key: str) -> str:
        """Return the text of a key, empty where it has none."""
        entry = self.entries.get(key)
        return entry.value.text if entry and isinstance(entry.value, ScalarNode) else ""


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def in_words(node: Node) -> str:
    """Say what a value is."""
    match node:
        case ScalarNode():
            return "text"
        case SequenceNode():
            return "a list"
        case MappingNode():
            return "a group of keys"
