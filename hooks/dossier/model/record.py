"""What all records have in common: they are read from the fields that their class declares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from itertools import chain
from typing import Any, ClassVar, NamedTuple, Self, get_type_hints

from ..problems.problem import Place
from ..problems.record_messages import Values
from ..yaml_source.nodes import MappingNode, Node
from ..yaml_source.nodes import in_words as name_of_node
from .field import Field, ListField, Schema, read_keys
from .prose import Prose, Reference
from .registry import Context, Registry
from .size import Measured, Size, measure


class Origin(NamedTuple):
    """Where a record is in its file."""

    place: Place
    by_key: dict[str, Place]
    """The places of its values, right or wrong."""


@dataclass(frozen=True, kw_only=True)
class Record(Measured):
    """A record of the data files, with its place in them.

    A record with a wrong value is still built, with None in its place, so that the rules can report
    everything in one run. It gets no further: data with problems make no dossier.
    """

    noun: ClassVar[str]
    label_key: ClassVar[str] = "id"
    """The key whose value names the record in problems."""

    origin: Origin = field(repr=False, compare=False)
    in_words: str = field(repr=False, compare=False)
    """The record in words, such as `milestone "summit-2024"`."""
    size: Size = field(init=False, repr=False, compare=False)
    """How much it holds, with the records within."""
    references: tuple[Reference, ...] = field(init=False, repr=False, compare=False)
    """The records that its texts, and those of the records within, link to."""

    def __post_init__(self) -> None:
        """Look at the values once, however often a record is asked."""
        values = [value for _, value in self.values()]
        texts = (value for value in values if isinstance(value, Prose | Record))
        object.__setattr__(self, "size", measure(values))
        object.__setattr__(self, "references", tuple(chain.from_iterable(text.references for text in texts)))

    @classmethod
    def read(cls, node: MappingNode, in_words: str, registry: Registry, **known: Any) -> Self:
        """Read a record and register its problems; `known` are values that are not in the mapping."""
        values = read_keys(cls.fields(), cls.required(), node, in_words, registry)
        values = dict.fromkeys(cls.required()) | values | known
        if "id" in values and values["id"] is None:
            registry.incomplete_kinds.add(cls.noun)
        origin = Origin(node.place, {key: entry.value.place for key, entry in node.entries.items()})
        return cls(origin=origin, in_words=in_words, **values)

    @classmethod
    def describe(cls, node: MappingNode, parent: str = "") -> str:
        """Name a record by its id, or else by the record that it belongs to."""
        name = " ".join(node.text(cls.label_key).split())
        if name:
            return f'{cls.noun} "{name}"'
        return f"{cls.noun} of {parent}" if parent else cls.noun

    @classmethod
    @cache
    def fields(cls) -> dict[str, Field[Any]]:
        """Return the fields by key, in the order in which they are declared."""
        declared: dict[str, Field[Any]] = {}
        for base in reversed([base for base in cls.__mro__ if issubclass(base, Record)]):
            hints = get_type_hints(base, include_extras=True)
            own = ((key, hints[key]) for key in base.__annotations__)
            declared |= {key: hint.__metadata__[0] for key, hint in own if hasattr(hint, "__metadata__")}
        return declared

    @classmethod
    @cache
    def required(cls) -> tuple[str, ...]:
        """Return the required keys."""
        optional = {item.name for item in fields(cls) if item.default is not MISSING}
        return tuple(key for key in cls.fields() if key not in optional)

    @classmethod
    @cache
    def _parts_by_key(cls) -> dict[str, type[Record]]:
        """Return the classes of the records that keys hold, alone or in a list."""
        fields = cls.fields().items()
        items = ((key, kind.item if isinstance(kind, ListField) else kind) for key, kind in fields)
        return {key: item.model for key, item in items if isinstance(item, RecordField)}

    @classmethod
    def parts(cls) -> Iterator[type[Record]]:
        """Yield the classes of the records within, at any depth."""
        for model in cls._parts_by_key().values():
            yield model
            yield from model.parts()

    def walk(self) -> Iterator[Record]:
        """Yield the record and every record within it."""
        yield self
        for key in self._parts_by_key():
            value = getattr(self, key)
            for part in value if isinstance(value, tuple) else (value,):
                if part is not None:
                    yield from part.walk()

    def values(self) -> Iterator[tuple[str, Any]]:
        """Yield each value with its key, those of lists one by one."""
        for key in self.fields():
            value = getattr(self, key)
            for item in value if isinstance(value, tuple) else (value,):
                yield key, item

    @classmethod
    def schema(cls) -> Schema:
        """Describe the keys of a record."""
        return {
            "title": cls.noun.capitalize(),
            "description": cls.__doc__,
            "type": "object",
            "properties": {key: field.schema() for key, field in cls.fields().items()},
            "required": list(cls.required()),
            "additionalProperties": False,
        }


class RecordField(Field[Any]):
    """A record within a record."""

    accepts = "a group of keys"

    def __init__(self, model: type[Record], description: str, keys: tuple[str, ...] = ()) -> None:
        super().__init__(description)
        self.model = model
        self.keys = keys or model.required()
        """The keys that messages name."""
        self.example = "{" + ", ".join(f"{key}: {model.fields()[key].example}" for key in self.keys) + "}"
        self.incomplete_kinds = frozenset({model.noun})

    def schema(self) -> Schema:
        """Refer to the inner record among the definitions of the file."""
        return {"$ref": f"#/definitions/{self.model.noun}"}

    def read(self, node: Node, context: Context) -> Record | None:
        """Read the inner record; without an id it is named by the outer record."""
        if not isinstance(node, MappingNode):
            found, example = name_of_node(node), f"{context.start}{self.example}"
            message = Values.NOT_A_GROUP(subject=context.subject, found=found, example=example)
            context.add(node.place, message)
            context.registry.incomplete_kinds |= self.incomplete_kinds
            return None
        return self.model.read(node, self.model.describe(node, context.record), context.registry)

    def refuse_alone(self, text: str, key: str) -> str:  # noqa: ARG002
        """Say how a record starts in a list."""
        first, *others = self.keys
        words = " and ".join(f'"{other}: ..."' for other in others)
        return Values.NOT_A_LIST_OF_GROUPS(key=key, first=first, others=words)
