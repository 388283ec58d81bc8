"""The records: what each kind holds, which keys it must have, and what they mean.

A record's annotations are the one place where its keys are declared: reading them, checking them and
describing them all start here. References to other records are ids; `dossier.Dossier` resolves them.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeAlias, get_type_hints

from . import fields as f
from .dates import When
from .prose import Prose
from .reading import Mapping, Node, Scalar


class Status(StrEnum):
    """What a source says of an activity, as of its date."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    IN_DEVELOPMENT = "in-development"
    PLANNED = "planned"
    UNDER_CONSIDERATION = "under-consideration"
    OFFERED = "offered"
    ENDED = "ended"

    @property
    def words(self) -> str:
        """The status as a reader sees it."""
        return self.value.replace("-", " ")


class Stage(StrEnum):
    """How far a thing had come: what a reader asks of a status first."""

    DONE = "Done"
    UNDER_WAY = "Under way"
    INTENDED = "Planned, offered or considered"


STAGES = {
    Status.COMPLETED: Stage.DONE,
    Status.ENDED: Stage.DONE,
    Status.ONGOING: Stage.UNDER_WAY,
    Status.IN_DEVELOPMENT: Stage.UNDER_WAY,
    Status.PLANNED: Stage.INTENDED,
    Status.UNDER_CONSIDERATION: Stage.INTENDED,
    Status.OFFERED: Stage.INTENDED,
}


class Direction(StrEnum):
    """Which way a visit went."""

    TO_NATO = "to-nato"
    TO_PARTNER = "to-partner"
    ELSEWHERE = "elsewhere"


class Kind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL = "official"
    PRESS = "press"
    RESEARCH = "research"


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
    def read(cls, node: Mapping, label: str, ledger: f.Ledger, **known: Any) -> Self:
        """Read a record, given what is known of it beforehand; note in the ledger what is wrong with it."""
        values = f.read_keys(cls.fields(), cls.required(), node, label, ledger)
        values = {key: value for key, value in values.items() if value is not None}
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
    def fields(cls) -> dict[str, f.Field[Any]]:
        """Return the fields by key, in the order in which they are declared."""
        hints = get_type_hints(cls, include_extras=True)
        return {key: hint.__metadata__[0] for key, hint in hints.items() if hasattr(hint, "__metadata__")}

    @classmethod
    @cache
    def required(cls) -> tuple[str, ...]:
        """Return the keys that a record cannot do without."""
        optional = {item.name for item in fields(cls) if item.default is not MISSING}
        return tuple(key for key in cls.fields() if key not in optional)


class Part(f.Field[Any]):
    """A record within a record."""

    accepts = "a group of keys"

    def __init__(self, model: type[Record], description: str) -> None:
        super().__init__(description)
        self.model = model
        keys = model.required()
        self.example = "{" + ", ".join(f"{key}: {model.fields()[key].example}" for key in keys) + "}"

    def read(self, node: Node, context: f.Context) -> Record | None:
        """Read the inner record, which is called by the outer one where it has no id."""
        if not isinstance(node, Mapping):
            message = f'an entry of "{context.key}" must be a group of keys, for example {self.example}'
            context.add(node.place, message)
            return None
        return self.model.read(node, self.model.describe(node, context.record), context.ledger)


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody who took part in a visit: a person, a group or an office."""

    noun = "person"
    label_key = ""

    name: Annotated[str, f.Text("The name in its usual English form, or the group.", "Jane Doe")]
    role: Annotated[str | None, f.Text("The office held at that date.", "Foreign Minister")] = None

    @property
    def anchor(self) -> str:
        """Where the visits page lists the visits of whoever has this name."""
        return f"_person-{f.kebab_case(self.name)}"


class Participant(Part):
    """A person: a name alone, or a name and a role."""

    def __init__(self, description: str) -> None:
        super().__init__(Person, description)

    def read(self, node: Node, context: f.Context) -> Record | None:
        """Read a person from either form."""
        if isinstance(node, Scalar):
            name = Person.fields()["name"].read(node, context)
            return name and Person(origin=Mapping(node.place, {}), label=context.record, name=name)
        return super().read(node, context)


Sources: TypeAlias = Annotated[
    tuple[str, ...],
    f.Many(f.Reference("source", "The ids of the sources that say so. Left out: the primary source.")),
]


@dataclass(frozen=True, kw_only=True)
class Update(Record):
    """What a later source says of a statement."""

    noun = "update"
    label_key = ""

    as_of: Annotated[When, f.Date("The date of which the source speaks.")]
    text: Annotated[Prose, f.Prose("What is said now.")]
    status: Annotated[Status | None, f.Choice(Status, "The newer status.")] = None
    sources: Sources = ()


@dataclass(frozen=True, kw_only=True)
class Conflict(Record):
    """What a source says that does not fit."""

    noun = "conflict"
    label_key = ""

    text: Annotated[Prose, f.Prose("What the other source says.")]
    sources: Annotated[tuple[str, ...], f.Many(f.Reference("source", "The ids of the sources that say so."))]


Conflicts: TypeAlias = Annotated[
    tuple[Conflict, ...], f.Many(Part(Conflict, "What sources say that does not fit."))
]
Areas: TypeAlias = Annotated[
    tuple[str, ...], f.Many(f.Reference("area", "The ids of the areas that it belongs to."))
]


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """Something that a source says, as of a date."""

    noun = "statement"

    id: Annotated[str, f.Identifier("statement", "The permanent name; it makes the address.")]
    text: Annotated[Prose, f.Prose("What the source says, in words of your own.")]
    title: Annotated[str | None, f.Text("A short heading.")] = None
    status: Annotated[Status | None, f.Choice(Status, "What the source says of it, as of its date.")] = None
    date: Annotated[When | None, f.Date("When the event was that it tells of.")] = None
    as_of: Annotated[When | None, f.Date("When it was true. Left out: the date of its first source.")] = None
    sources: Sources = ()
    updates: Annotated[tuple[Update, ...], f.Many(Part(Update, "What later sources say."))] = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Statement):
    """A statement of an area, which has a title and a status."""

    title: Annotated[str, f.Text("A short heading.")] = field()
    status: Annotated[Status, f.Choice(Status, "What the source says of it, as of its date.")] = field()


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """The country."""

    noun = "partner"
    label_key = ""

    name: Annotated[str, f.Text("The country's name.", "Ruritania")]
    adjective: Annotated[str, f.Text("What is of the country.", "Ruritanian")]
    summary: Annotated[Prose, f.Prose("What the relationship is, in two or three sentences.")]
    primary_source: Annotated[
        str, f.Reference("source", "The id of the source that holds where none is named.")
    ]
    overview: Annotated[tuple[Statement, ...], f.Many(Part(Statement, "What holds for the whole."))] = ()


@dataclass(frozen=True, kw_only=True)
class Area(Record):
    """A field of cooperation; the name of its file is its id."""

    noun = "area"

    id: str
    title: Annotated[str, f.Text("The area's name.")]
    summary: Annotated[Prose, f.Prose("What the area is about, in one or two sentences.")]
    activities: Annotated[tuple[Activity, ...], f.Many(Part(Activity, "The statements of the area."))]
    order: Annotated[
        int | None, f.Number("Its place among the areas. Left out: after the others, by title.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Milestone(Record):
    """An event in the relationship."""

    noun = "milestone"

    id: Annotated[str, f.Identifier("milestone", "The permanent name; it makes the address.")]
    date: Annotated[When, f.Date("When it was, as exactly as the source says.")]
    title: Annotated[str, f.Text("What happened, in a few words.")]
    text: Annotated[Prose | None, f.Prose("What else the source says of it.")] = None
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """A visit or a meeting."""

    noun = "visit"

    id: Annotated[str, f.Identifier("visit", "The permanent name; it makes the address.")]
    title: Annotated[str, f.Text("Who went where, in a few words.")]
    direction: Annotated[Direction, f.Choice(Direction, "Which way it went.")]
    visitors: Annotated[tuple[Person, ...], f.Many(Participant("Who came."))]
    place: Annotated[str, f.Text("Where they met.", "Brussels")]
    date: Annotated[When | None, f.Date("When it was, as exactly as the source says.")] = None
    recurring: Annotated[bool, f.Flag("Whether it comes again and again.")] = False
    hosts: Annotated[tuple[Person, ...], f.Many(Participant("Who received them."))] = ()
    purpose: Annotated[Prose | None, f.Prose("What it was for.")] = None
    milestone: Annotated[bool, f.Flag("Whether the source counts it among the key milestones.")] = False
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A document that says something."""

    noun = "source"

    id: Annotated[str, f.Identifier("source", "The permanent name; it makes the address.")]
    title: Annotated[str, f.Text("The title of the document.")]
    publisher: Annotated[str, f.Text("Who published it.", "NATO")]
    kind: Annotated[Kind, f.Choice(Kind, "Who speaks in it.")]
    url: Annotated[str, f.Link("Its address on the web.")]
    date: Annotated[When | None, f.Date("The date of what it says.")] = None
    accessed: Annotated[When | None, f.Date("When it was read.")] = None
    archived: Annotated[str | None, f.Link("The address of an archived copy.")] = None
    language: Annotated[str, f.Language("The code of its language.")] = "en"
    note: Annotated[Prose | None, f.Prose("What a reader should know of it.")] = None


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """An abbreviation or a name that the pages use."""

    noun = "term"
    label_key = "term"

    term: Annotated[str, f.Headword("The abbreviation or the name.", "NATO")]
    name: Annotated[str, f.Text("The full name.", "North Atlantic Treaty Organization")]
    text: Annotated[Prose | None, f.Prose("What it is.")] = None
    sources: Sources = ()

    @property
    def id(self) -> str:
        """The term in kebab-case; it makes the address."""
        return f.kebab_case(self.term)
