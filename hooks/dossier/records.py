"""What every record has in common: how it is read from the fields that its class declares."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

from .fields import Field, Schema, read_keys
from .ledger import Context, Ledger
from .messages import Values
from .reading import Mapping, Node, in_words


@dataclass(frozen=True, kw_only=True)
class Record:
    """Something that the data files say, with the place where they say it.

    A record with a wrong value is built all the same, with None in its place, so that the rules can say
    everything in one run. It never gets further: a data set with problems makes no dossier.
    """

    noun: ClassVar[str]
    label_key: ClassVar[str] = "id"
    """The key by which problems call the record."""

    origin: Mapping = field(repr=False, compare=False)
    label: str = field(repr=False, compare=False)
    """The record in words, such as `milestone "summit-2024"`."""

    @classmethod
    def read(cls, node: Mapping, label: str, ledger: Ledger, **known: Any) -> Self:
        """Read a record, given what is known of it beforehand; note in the ledger what is wrong with it."""
        values = read_keys(cls.fields(), cls.required(), node, label, ledger)
        values = {key: value for key, value in values.items() if value is not None}
        if "id" in cls.required() and "id" not in values:
            ledger.hide(cls.noun)
        return cls(origin=node, label=label, **(dict.fromkeys(cls.required()) | values | known))

    @classmethod
    def describe(cls, node: Mapping, parent: str = "") -> str:
        """Call a record by its id, or else by the record that it belongs to."""
        name = " ".join(node.text(cls.label_key).split())
        if name:
            return f'{cls.noun} "{name}"'
        return f"{cls.noun} of {parent}" if parent else cls.noun

    @classmethod
    @cache
    def fields(cls) -> dict[str, Field[Any]]:
        """Return the fields by key, in the order in which they are declared."""
        hints = get_type_hints(cls, include_extras=True)
        return {key: hint.__metadata__[0] for key, hint in hints.items() if hasattr(hint, "__metadata__")}

    @classmethod
    @cache
    def required(cls) -> tuple[str, ...]:
        """Return the keys that a record cannot do without."""
        optional = {item.name for item in fields(cls) if item.default is not MISSING}
        return tuple(key for key in cls.fields() if key not in optional)

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


class Part(Field[Any]):
    """A record within a record."""

    accepts = "a group of keys"

    def __init__(self, model: type[Record], description: str) -> None:
        super().__init__(description)
        self.model = model
        self.keys = model.required()
        """The keys that messages name."""
        self.example = "{" + ", ".join(f"{key}: {model.fields()[key].example}" for key in self.keys) + "}"
        self.hides = model.noun

    def schema(self) -> Schema:
        """Point to the inner record, which stands among the definitions of the file."""
        return {"$ref": f"#/definitions/{self.model.noun}"}

    def read(self, node: Node, context: Context) -> Record | None:
        """Read the inner record, which is called by the outer one where it has no id."""
        if not isinstance(node, Mapping):
            found, example = in_words(node), f"{context.start}{self.example}"
            message = Values.NOT_A_GROUP(subject=context.subject, found=found, example=example)
            context.add(node.place, message)
            context.ledger.hide(self.hides)
            return None
        return self.model.read(node, self.model.describe(node, context.record), context.ledger)

    def refuse_alone(self, text: str, key: str) -> str:  # noqa: ARG002
        """Say how a record starts in a list."""
        first, *others = self.keys
        words = " and ".join(f'"{other}: ..."' for other in others)
        return Values.NOT_A_LIST_OF_GROUPS(key=key, first=first, others=words)
