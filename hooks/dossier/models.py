"""The records: what each kind holds, which keys it must have, and what they mean.

A record's annotations are the one place where its keys are declared: reading them, checking them and
describing them all start here. References to other records are ids; `dossier.Dossier` resolves them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, TypeAlias

from . import fields as f
from . import values as v
from .choices import Direction, Kind, Status
from .dates import When
from .ledger import Context
from .messages import Values
from .prose import Prose
from .reading import Mapping, Node, Scalar
from .records import Part, Record


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody who took part in a visit: a person, a group or an office."""

    noun = "person"
    label_key = ""

    name: Annotated[str, f.Text("The name in its usual English form, or what the group was.", "Jane Doe")]
    role: Annotated[
        str | None, f.Text("The office that the person held at that date.", "Foreign Minister")
    ] = None

    @property
    def anchor(self) -> str:
        """Where the visits page lists the visits of whoever has this name."""
        return "_person-" + re.sub(r"[\W_]+", "-", self.name.casefold())


class PersonField(Part):
    """A person: a name alone, or a name and a role."""

    def __init__(self, description: str) -> None:
        super().__init__(Person, description)
        self.keys = ("name", "role")

    def schema(self) -> f.Schema:
        """Describe either form."""
        return {"anyOf": [Person.fields()["name"].schema(), super().schema()]}

    def read(self, node: Node, context: Context) -> Record | None:
        """Read a person from either form."""
        if isinstance(node, Scalar):
            name = Person.fields()["name"].read(node, context)
            return name and Person(origin=Mapping(node.place, {}), label=context.record, name=name)
        return super().read(node, context)

    def refuse_alone(self, text: str, key: str) -> str:
        """Take the text for a name, unless a comma would cut it."""
        return super().refuse_alone(text, key) if "," in text else Values.NOT_A_LIST(key=key, entry=text)


Sources: TypeAlias = Annotated[
    tuple[str, ...],
    f.Many(
        v.Reference("source", "The ids of the sources that say so. Left out: the primary source of the site.")
    ),
]


@dataclass(frozen=True, kw_only=True)
class Update(Record):
    """What a later source says of a statement."""

    noun = "update"
    label_key = ""

    as_of: Annotated[
        When, v.Date("The date of which the later source speaks; it is not before that of the statement.")
    ]
    text: Annotated[Prose, v.Prose("What the later source says, in words of your own.")]
    status: Annotated[
        Status | None,
        v.Choice(Status, "What the later source says of it, as of that date. Left out: as it was."),
    ] = None
    sources: Sources = ()


@dataclass(frozen=True, kw_only=True)
class Conflict(Record):
    """What another source says that does not fit."""

    noun = "conflict"
    label_key = ""

    text: Annotated[Prose, v.Prose("What the other source says, in words of your own.")]
    sources: Annotated[tuple[str, ...], f.Many(v.Reference("source", "The ids of the sources that say so."))]


Conflicts: TypeAlias = Annotated[
    tuple[Conflict, ...], f.Many(Part(Conflict, "What other sources say that does not fit."))
]
Areas: TypeAlias = Annotated[
    tuple[str, ...],
    f.Many(
        v.Reference("area", "The ids of the areas to which it belongs. The name of an area's file is its id.")
    ),
]


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """Something that a source says, as of a date."""

    noun = "statement"

    id: Annotated[
        str,
        v.Identifier("statement", "The permanent name, which makes the address: once published, it stays."),
    ]
    title: Annotated[str | None, f.Text("A short heading for the statement.")] = None
    status: Annotated[
        Status | None,
        v.Choice(Status, "What the source says of it, as of its date; not what you make of it."),
    ] = None
    date: Annotated[
        When | None,
        v.Date("The date of the event, where the statement tells of one that no milestone or visit tells."),
    ] = None
    text: Annotated[Prose, v.Prose("What the source says, in words of your own.")]
    as_of: Annotated[
        When | None, v.Date("The date of which the source speaks. Left out: the date of the first source.")
    ] = None
    sources: Sources = ()
    updates: Annotated[
        tuple[Update, ...], f.Many(Part(Update, "What later sources say of the same thing."))
    ] = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Statement):
    """A statement of an area, which has a title and a status."""

    title: Annotated[str, f.Text("A short heading for the statement.")] = field()
    status: Annotated[
        Status, v.Choice(Status, "What the source says of it, as of its date; not what you make of it.")
    ] = field()


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """The partner country, and what holds for the relationship as a whole."""

    noun = "partner"
    label_key = ""

    name: Annotated[str, f.Text("The usual name of the country.", "Ruritania")]
    adjective: Annotated[str, f.Text("The adjective of the country, for what belongs to it.", "Ruritanian")]
    summary: Annotated[Prose, v.Prose("What the relationship is, in two or three sentences.")]
    primary_source: Annotated[
        str, v.Reference("source", "The id of the source that holds wherever a record names none.")
    ]
    overview: Annotated[
        tuple[Statement, ...],
        f.Many(Part(Statement, "Statements on the relationship as a whole; the home page shows them.")),
    ] = ()
    not_found: Annotated[
        tuple[Prose, ...],
        f.Many(v.Prose("What was looked for and not found, one thing each; the about page lists it.")),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Area(Record):
    """A field of cooperation; the name of its file is its id."""

    noun = "area"

    id: str
    title: Annotated[str, f.Text("The name of the area.")]
    summary: Annotated[Prose, v.Prose("What the area is about, in one or two sentences.")]
    activities: Annotated[
        tuple[Activity, ...],
        f.Many(Part(Activity, "Statements on what was done, planned or considered in the area.")),
    ]
    order: Annotated[
        int | None,
        v.Number("The place of the area among the others. Left out: after those that have one, by title."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Milestone(Record):
    """An event in the relationship."""

    noun = "milestone"

    id: Annotated[
        str,
        v.Identifier("milestone", "The permanent name, which makes the address: once published, it stays."),
    ]
    date: Annotated[When, v.Date("The date of the event, as exactly as the source gives it.")]
    title: Annotated[str, f.Text("What happened, in a few words.")]
    text: Annotated[
        Prose | None, v.Prose("What else the source says of the event, in words of your own.")
    ] = None
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """A visit or a meeting."""

    noun = "visit"

    id: Annotated[
        str, v.Identifier("visit", "The permanent name, which makes the address: once published, it stays.")
    ]
    date: Annotated[When | None, v.Date("The date of the visit, as exactly as the source gives it.")] = None
    recurring: Annotated[
        bool, v.Flag("Whether the visit comes again and again; then it may have no date. Left out: false.")
    ] = False
    title: Annotated[str, f.Text("Who went where, in a few words.")]
    direction: Annotated[Direction, v.Choice(Direction, "Which way the visit went.")]
    visitors: Annotated[
        tuple[Person, ...], f.Many(PersonField("Who came: a list of names, or of names with roles."))
    ]
    hosts: Annotated[
        tuple[Person, ...],
        f.Many(PersonField("Who received the visitors: a list of names, or of names with roles.")),
    ] = ()
    place: Annotated[str, f.Text("The place where they met.", "Brussels")]
    purpose: Annotated[Prose | None, v.Prose("What the visit was for, in words of your own.")] = None
    milestone: Annotated[
        bool, v.Flag("Whether the source counts the visit among the key milestones. Left out: false.")
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
        str, v.Identifier("source", "The permanent name, which makes the address: once published, it stays.")
    ]
    title: Annotated[str, f.Text("The title of the document, in its own language.")]
    publisher: Annotated[str, f.Text("Who published the document.", "NATO")]
    kind: Annotated[Kind, v.Choice(Kind, "Who speaks in the document.")]
    url: Annotated[str, v.Link("The address of the document on the web.")]
    date: Annotated[When | None, v.Date("The date of which the document speaks. Left out: not known.")] = None
    accessed: Annotated[When | None, v.Date("The date on which the document was read.")] = None
    archived: Annotated[str | None, v.Link("The address of an archived copy.")] = None
    gone: Annotated[
        When | None,
        v.Date(
            "The date on which its address was found to lead nowhere. Left out: it is not known to be gone."
        ),
    ] = None
    language: Annotated[
        str, v.Language("The code of the language of the document. Left out: en, for English.")
    ] = "en"
    note: Annotated[
        Prose | None, v.Prose("What a reader should know of the document, such as how it was dated.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """An abbreviation or a name that the pages use."""

    noun = "term"
    label_key = "term"

    term: Annotated[str, v.Headword("The abbreviation or the name, as the pages use it.", "NATO")]
    name: Annotated[
        str, f.Text("The full name, or what it means in a few words.", "North Atlantic Treaty Organization")
    ]
    text: Annotated[Prose | None, v.Prose("What else there is to say of it, in words of your own.")] = None
    sources: Sources = ()

    @cached_property
    def id(self) -> str:
        """The term in kebab-case; it makes the address."""
        return v.kebab_case(self.term)


Event: TypeAlias = Milestone | Visit | Statement
"""What has a date, and so a place on the timeline."""

Sourced: TypeAlias = Event | Update | Conflict | Term
"""What names its sources."""

Addressed: TypeAlias = Event | Area | Source | Term
"""What has an address of its own."""
