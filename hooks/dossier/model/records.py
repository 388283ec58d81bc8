"""The records: what each kind holds, which keys it must have, and what they mean.

A record's annotations are the one place where its keys are declared: reading them, checking them and
describing them all start here. References to other records are ids; `dossier.Dossier` resolves them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Protocol, TypeAlias, runtime_checkable

from ..problems.record_messages import Values
from ..yaml_source.nodes import MappingNode, Node, ScalarNode
from . import field as f
from . import field_types as v
from .dates import When
from .enumerations import Direction, SourceKind, Status
from .prose import Prose
from .record import Record, RecordField
from .registry import Context


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody who took part in a visit: a person, a group or an office."""

    noun = "person"
    label_key = ""

    name: Annotated[
        str, f.TextField("The name in its usual English form, or what the group was.", "Jane Doe")
    ]
    role: Annotated[
        str | None, f.TextField("The office that the person held at that date.", "Foreign Minister")
    ] = None

    @property
    def key(self) -> str:
        """The name without capitals and marks: whoever has the same is the same person."""
        return re.sub(r"[\W_]+", "-", self.name.casefold())


class PersonField(RecordField):
    """A person: a name alone, or a name and a role."""

    def __init__(self, description: str) -> None:
        super().__init__(Person, description)
        self.keys = ("name", "role")

    def schema(self) -> f.Schema:
        """Describe either form."""
        return {"anyOf": [Person.fields()["name"].schema(), super().schema()]}

    def read(self, node: Node, context: Context) -> Record | None:
        """Read a person from either form."""
        if isinstance(node, ScalarNode):
            name = Person.fields()["name"].read(node, context)
            return name and Person(origin=MappingNode(node.place, {}), label=context.record, name=name)
        return super().read(node, context)

    def refuse_alone(self, text: str, key: str) -> str:
        """Take the text for a name, unless a comma would cut it."""
        return super().refuse_alone(text, key) if "," in text else Values.NOT_A_LIST(key=key, entry=text)


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """What may have a date, and so a place on the timeline; all kinds of events share one set of ids."""

    noun = "event"

    id: str
    date: When | None
    title: str | None
    sources: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


Sources: TypeAlias = Annotated[
    tuple[str, ...],
    f.ListField(
        v.ReferenceField(
            "source",
            "nato-2024",
            "The ids of the sources that say so. Left out: the primary source of the site.",
        )
    ),
]


@dataclass(frozen=True, kw_only=True)
class Update(Record):
    """What a later source says of a statement."""

    noun = "update"
    label_key = ""

    as_of: Annotated[
        When,
        v.DateField("The date of which the later source speaks; it is not before that of the statement."),
    ]
    text: Annotated[Prose, v.ProseField("What the later source says, in words of your own.")]
    status: Annotated[
        Status | None,
        v.ChoiceField(Status, "What the later source says of it, as of that date. Left out: as it was."),
    ] = None
    sources: Sources = ()


@dataclass(frozen=True, kw_only=True)
class Conflict(Record):
    """What another source says that does not fit."""

    noun = "conflict"
    label_key = ""

    text: Annotated[Prose, v.ProseField("What the other source says, in words of your own.")]
    sources: Annotated[
        tuple[str, ...],
        f.ListField(v.ReferenceField("source", "nato-2024", "The ids of the sources that say so.")),
    ]


Conflicts: TypeAlias = Annotated[
    tuple[Conflict, ...], f.ListField(RecordField(Conflict, "What other sources say that does not fit."))
]
Areas: TypeAlias = Annotated[
    tuple[str, ...],
    f.ListField(
        v.ReferenceField(
            "area",
            "science",
            "The ids of the areas to which it belongs. The name of an area's file is its id.",
        )
    ),
]


@dataclass(frozen=True, kw_only=True)
class Statement(Event):
    """Something that a source says, as of a date."""

    noun = "statement"

    id: Annotated[
        str,
        v.IdField("statement", "The permanent name, which makes the address: once published, it stays."),
    ]
    title: Annotated[str | None, f.TextField("A short heading for the statement.")] = None
    status: Annotated[
        Status | None,
        v.ChoiceField(Status, "What the source says of it, as of its date; not what you make of it."),
    ] = None
    date: Annotated[
        When | None,
        v.DateField(
            "The date of the event, where the statement tells of one that no milestone or visit tells."
        ),
    ] = None
    text: Annotated[Prose, v.ProseField("What the source says, in words of your own.")]
    as_of: Annotated[
        When | None,
        v.DateField("The date of which the source speaks. Left out: the date of the first source."),
    ] = None
    sources: Sources = ()
    updates: Annotated[
        tuple[Update, ...], f.ListField(RecordField(Update, "What later sources say of the same thing."))
    ] = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Statement):
    """A statement of an area, which has a title and a status."""

    title: Annotated[str, f.TextField("A short heading for the statement.")] = field()
    status: Annotated[
        Status, v.ChoiceField(Status, "What the source says of it, as of its date; not what you make of it.")
    ] = field()


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """The partner country, and what holds for the relationship as a whole."""

    noun = "partner"
    label_key = ""

    name: Annotated[str, f.TextField("The usual name of the country.", "Ruritania")]
    adjective: Annotated[
        str, f.TextField("The adjective of the country, for what belongs to it.", "Ruritanian")
    ]
    summary: Annotated[Prose, v.ProseField("What the relationship is, in two or three sentences.")]
    primary_source: Annotated[
        str,
        v.ReferenceField(
            "source", "nato-2024", "The id of the source that holds wherever a record names none."
        ),
    ]
    overview: Annotated[
        tuple[Statement, ...],
        f.ListField(
            RecordField(Statement, "Statements on the relationship as a whole; the home page shows them.")
        ),
    ] = ()
    not_found: Annotated[
        tuple[Prose, ...],
        f.ListField(
            v.ProseField("What was looked for and not found, one thing each; the about page lists it.")
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Area(Record):
    """A field of cooperation; the name of its file is its id."""

    noun = "area"

    id: str
    title: Annotated[str, f.TextField("The name of the area.", "Science")]
    summary: Annotated[Prose, v.ProseField("What the area is about, in one or two sentences.")]
    activities: Annotated[
        tuple[Activity, ...],
        f.ListField(RecordField(Activity, "Statements on what was done, planned or considered in the area.")),
    ]
    order: Annotated[
        int | None,
        v.NumberField(
            "The place of the area among the others. Left out: after those that have one, by title."
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Milestone(Event):
    """An event in the relationship."""

    noun = "milestone"

    id: Annotated[
        str,
        v.IdField("milestone", "The permanent name, which makes the address: once published, it stays."),
    ]
    date: Annotated[When, v.DateField("The date of the event, as exactly as the source gives it.")]
    title: Annotated[str, f.TextField("What happened, in a few words.")]
    text: Annotated[
        Prose | None, v.ProseField("What else the source says of the event, in words of your own.")
    ] = None
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Event):
    """A visit or a meeting."""

    noun = "visit"

    id: Annotated[
        str, v.IdField("visit", "The permanent name, which makes the address: once published, it stays.")
    ]
    date: Annotated[When | None, v.DateField("The date of the visit, as exactly as the source gives it.")] = (
        None
    )
    recurring: Annotated[
        bool,
        v.FlagField("Whether the visit comes again and again; then it may have no date. Left out: false."),
    ] = False
    title: Annotated[str, f.TextField("Who went where, in a few words.")]
    direction: Annotated[Direction, v.ChoiceField(Direction, "Which way the visit went.")]
    visitors: Annotated[
        tuple[Person, ...], f.ListField(PersonField("Who came: a list of names, or of names with roles."))
    ]
    hosts: Annotated[
        tuple[Person, ...],
        f.ListField(PersonField("Who received the visitors: a list of names, or of names with roles.")),
    ] = ()
    place: Annotated[str, f.TextField("The place where they met.", "Brussels")]
    purpose: Annotated[Prose | None, v.ProseField("What the visit was for, in words of your own.")] = None
    milestone: Annotated[
        bool, v.FlagField("Whether the source counts the visit among the key milestones. Left out: false.")
    ] = False
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()

    @classmethod
    def schema(cls) -> f.Schema:
        """Describe the keys; a visit that does not recur has a date."""
        recurring = {
            "required": ["recurring"],
            "properties": {"recurring": {"not": {"enum": [False, "false"]}}},
        }
        return super().schema() | {"if": recurring, "else": {"required": ["date"]}}


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """A document on which the records rest."""

    noun = "source"

    id: Annotated[
        str,
        v.IdField(
            "source", "The permanent name, which makes the address: once published, it stays.", "nato-2024"
        ),
    ]
    title: Annotated[str, f.TextField("The title of the document, in its own language.")]
    publisher: Annotated[str, f.TextField("Who published the document.", "NATO")]
    kind: Annotated[SourceKind, v.ChoiceField(SourceKind, "Who speaks in the document.")]
    url: Annotated[str, v.UrlField("The address of the document on the web.")]
    date: Annotated[
        When | None, v.DateField("The date of which the document speaks. Left out: not known.")
    ] = None
    accessed: Annotated[When | None, v.DateField("The date on which the document was read.")] = None
    archived: Annotated[str | None, v.UrlField("The address of an archived copy.")] = None
    gone: Annotated[
        When | None,
        v.DateField(
            "The date on which its address was found to lead nowhere. Left out: it is not known to be gone."
        ),
    ] = None
    language: Annotated[
        str, v.LanguageField("The code of the language of the document. Left out: en, for English.")
    ] = "en"
    note: Annotated[
        Prose | None, v.ProseField("What a reader should know of the document, such as how it was dated.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """An abbreviation or a name that the pages use."""

    noun = "term"
    label_key = "term"

    term: Annotated[str, v.TermField("The abbreviation or the name, as the pages use it.", "NATO")]
    name: Annotated[
        str,
        f.TextField("The full name, or what it means in a few words.", "North Atlantic Treaty Organization"),
    ]
    text: Annotated[Prose | None, v.ProseField("What else there is to say of it, in words of your own.")] = (
        None
    )
    sources: Sources = ()

    @cached_property
    def id(self) -> str:
        """The term in kebab-case; it makes the address."""
        return v.kebab_case(self.term)


Addressed: TypeAlias = Event | Area | Source | Term
"""What has a URL of its own."""


@runtime_checkable
class Sourced(Protocol):
    """What names its sources."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources; empty where the primary source holds."""
