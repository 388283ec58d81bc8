"""What all fields of a record have in common: how they are read and described to editors.

A field reads a YAML value into a Python one. It never raises: what is wrong goes into the registry, and
the value is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from ..problems import look_alikes
from ..problems.file_messages import Yaml
from ..problems.phrases import one_of, suggest
from ..problems.problem import Place
from ..problems.record_messages import Links, Values
from ..yaml_source.characters import mistake_in_key
from ..yaml_source.nodes import MappingNode, Node, ScalarNode, SequenceNode, in_words
from .prose import WRITTEN_LINK
from .registry import Context, Registry

T = TypeVar("T")

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema (draft 7), with further keywords of YAML editors."""

BARE: Schema = {
    "if": {"type": "boolean"},
    "else": {"type": ["string", "number"], "errorMessage": "write text here"},
}
"""What YAML parsers read from bare text: for some of them `NO` is a boolean, and `1.10` a number.

If the three types were listed, editors would offer `true` and `false` for every text.
"""


class Field(Generic[T]):
    """Reads one value."""

    accepts = "text"
    """What the value must be, in words."""
    example = "A few words"
    """What an editor may write."""
    manner = ""
    """How it is written, as a sentence, if that is not obvious."""
    incomplete_kinds: frozenset[str] = frozenset()
    """The kinds of records that are not read if the value is wrong."""
    is_free_text = False
    """Whether the value may have any characters."""
    takes: ClassVar[Schema] = {"anyOf": [{"$ref": "#/definitions/text"}]}
    """What YAML parsers may read from the text; the definition is `BARE`."""
    pattern = r"\S"
    """What the text must look like (ECMA 262)."""

    def __init__(self, description: str) -> None:
        self.description = description

    def schema(self) -> Schema:
        """Describe the values of the field, as far as the text alone shows."""
        return {
            "description": f"{self.description} {self.manner}".strip(),
            **self.takes,
            "pattern": self.pattern,
            "errorMessage": f'write {self.accepts}, for example "{self.example}"',
        }

    def read(self, node: Node, context: Context) -> T | None:
        """Read a value, or register what is wrong with it."""
        text = " ".join(node.text.split()) if isinstance(node, ScalarNode) else ""
        if not isinstance(node, ScalarNode) or not text:
            context.add(node.place, self.refuse(node, context))
            return None
        if node.comment and self.is_free_text:  # a comment after an id or a date is not part of the value
            message = Values.COMMENT()
            context.registry.add(node.comment, context.record, message, is_warning=True)
        if found := self.look_alike(text):
            context.add(node.place_of(found.character), found.message)
            text = found.meant
        try:
            value = self.convert(text)
        except ValueError as error:
            context.add(node.place, str(error))
            return None
        self.register(value, node.place, context)
        return value

    def convert(self, text: str) -> T:
        """Turn text into the value; raise ValueError with what to write instead."""
        raise NotImplementedError

    def is_right(self, text: str) -> bool:
        """Say whether text is a value."""
        try:
            self.convert(text)
        except ValueError:
            return False
        return True

    def look_alike(self, text: str) -> look_alikes.LookAlike | None:
        """Find a character that only looks like the right one, if nothing else is wrong with the text."""
        if self.is_free_text or text.isascii() or self.is_right(text):
            return None
        found = look_alikes.find(text)
        return found if found and self.is_right(found.meant) else None

    def refuse(self, node: Node, context: Context) -> str:
        """Say what is wrong with a value that has no text."""
        words = {
            "subject": context.subject,
            "accepted": self.accepts,
            "example": context.start + self.example,
        }
        if isinstance(node, ScalarNode):
            return Values.EMPTY(**words)
        return Values.NOT_ONE(found=in_words(node), **words)

    def register(self, value: T, place: Place, context: Context) -> None:
        """Register the ids that the value defines or references."""

    def refuse_alone(self, text: str, key: str) -> str:
        """Say how to write text that should be in the list of a key."""
        return Values.NOT_A_LIST(key=key, entry=text)


class TextField(Field[str]):
    """Plain text; white space counts as one space."""

    is_free_text = True

    def __init__(self, description: str, example: str = Field.example) -> None:
        super().__init__(description)
        self.example = example

    def convert(self, text: str) -> str:
        """Take text without links: they would be shown as they are written."""
        if found := WRITTEN_LINK.search(text):
            raise ValueError(Links.IN_PLAIN_TEXT(target=found["target"]))
        return text


class ListField(Field[tuple[T, ...]]):
    """A list of values of one kind, with at least one."""

    accepts = "a list"

    def __init__(self, item: Field[T]) -> None:
        super().__init__(item.description)
        self.item = item
        self.incomplete_kinds = item.incomplete_kinds
        self.example = f"[{item.example}]"

    def schema(self) -> Schema:
        """Describe the list and its entries."""
        return {
            "description": self.description,
            "type": "array",
            "items": self.item.schema(),
            "minItems": 1,
            "errorMessage": f'write {self.accepts}; start each entry with "- "',
        }

    def read(self, node: Node, context: Context) -> tuple[T, ...] | None:
        """Read each entry; those that are wrong are left out."""
        if isinstance(node, SequenceNode) and node.items:
            values = [self.item.read(item, context._replace(is_entry=True)) for item in node.items]
            return tuple(value for value in values if value is not None)
        if isinstance(node, ScalarNode) and node.text.strip():
            text = " ".join(node.text.split()).strip("[] ")
            is_dash = re.match(r"[‐-―−] ", text)
            context.add(
                node.place, Yaml.OTHER_DASH() if is_dash else self.item.refuse_alone(text, context.key)
            )
            context.registry.incomplete_kinds |= self.incomplete_kinds
        elif isinstance(node, MappingNode):
            context.add(node.place, Values.GROUP_NOT_LIST(key=context.key))
            context.registry.incomplete_kinds |= self.incomplete_kinds
        else:
            context.add(node.place, Values.EMPTY_LIST(key=context.key, example=self.example))
        return None


def read_keys(
    fields: dict[str, Field[Any]], required: Iterable[str], node: MappingNode, record: str, registry: Registry
) -> dict[str, Any]:
    """Read the values of a mapping by key, None if wrong; register unknown and missing keys."""
    known = {key: entry.value for key, entry in node.entries.items() if key in fields}
    meant = set(known)
    for key, (place, _) in node.entries.items():
        if key in known:
            continue
        if mistake := mistake_in_key(key, fields):
            meant.add(mistake.known)
            registry.add(place._replace(column=place.column + mistake.column - 1), "", mistake.message)
        else:
            suggestion = suggest(key, fields, one_of(fields))
            registry.add(place, record, Values.UNKNOWN_KEY(key=key, suggestion=suggestion))
    for key in required:
        if key not in meant:
            example = f"{key}: {fields[key].example}"
            registry.add(node.place, record, Values.MISSING_KEY(key=key, example=example))
    for key, value in known.items():
        for inner in value.keys if isinstance(value, ScalarNode) else ():
            if inner.text in fields:
                message = Values.KEY_IN_TEXT(key=key, name=inner.text)
                registry.add(inner.place, record, message, is_warning=True)
    return {key: fields[key].read(value, Context(record, key, registry)) for key, value in known.items()}
