"""What every field of a record has in common: how it is read, and what it asks an editor to write.

A field reads a YAML value into a Python one. It never raises: what is wrong goes into the registry, and
the value is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from ..problems.file_messages import Yaml
from ..problems.phrases import one_of, suggest
from ..problems.problem import Place
from ..problems.record_messages import Values
from ..yaml_source.nodes import MappingNode, Node, ScalarNode, SequenceNode, in_words
from .registry import Context, Registry

T = TypeVar("T")

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema (draft 7), with the keywords that YAML editors understand beside it."""

BARE: Schema = {
    "if": {"type": "boolean"},
    "else": {"type": ["string", "number"], "errorMessage": "write text here"},
}
"""What readers of YAML make of bare text: to some of them `NO` is a boolean, and `1.10` a number.

Were the three types listed, editors would offer `true` and `false` wherever a text is to be written.
"""


class Field(Generic[T]):
    """Reads one value."""

    accepts = "text"
    """What the value must be, in words."""
    example = "A few words"
    """What an editor may write."""
    manner = ""
    """How it is written, as a sentence, where that is not plain."""
    incomplete_kinds: frozenset[str] = frozenset()
    """The kinds of the records that are not read where the value is wrong."""
    takes: ClassVar[Schema] = {"anyOf": [{"$ref": "#/definitions/text"}]}
    """What a reader of YAML may make of the text; the definition is `BARE`."""
    pattern = r"\S"
    """What the text must look like (ECMA 262)."""

    def __init__(self, description: str) -> None:
        self.description = description

    def schema(self) -> Schema:
        """Describe the values that the field takes, as far as they can be told from the text alone."""
        return {
            "description": f"{self.description} {self.manner}".strip(),
            **self.takes,
            "pattern": self.pattern,
            "errorMessage": f'write {self.accepts}, for example "{self.example}"',
        }

    def read(self, node: Node, context: Context) -> T | None:
        """Read a value, or note what is wrong with it."""
        text = " ".join(node.text.split()) if isinstance(node, ScalarNode) else ""
        if not text:
            context.add(node.place, self.refuse(node, context))
            return None
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

    def __init__(self, description: str, example: str = Field.example) -> None:
        super().__init__(description)
        self.example = example

    def convert(self, text: str) -> str:
        """Take the text as it is."""
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
    """Read the values of a mapping by key, None for what is wrong; note unknown and missing keys."""
    for key, entry in node.entries.items():
        if key not in fields:
            suggestion = suggest(key, fields, one_of(fields))
            registry.add(entry.place, record, Values.UNKNOWN_KEY(key=key, suggestion=suggestion))
    for key in required:
        if key not in node.entries:
            example = f"{key}: {fields[key].example}"
            registry.add(node.place, record, Values.MISSING_KEY(key=key, example=example))
    return {
        key: fields[key].read(entry.value, Context(record, key, registry))
        for key, entry in node.entries.items()
        if key in fields
    }
