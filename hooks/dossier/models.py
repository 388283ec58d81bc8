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
from .choices import Direction, Kind, Status
from .dates import When
from .ledger import Context
from .prose import Prose
from .reading import Mapping, Node, Scalar
from .records import Part, Record


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
        return "_person-" + re.sub(r"[\W_]+", "-", self.name.casefold())


class Participant(Part):
    """A person: a name alone, or a name and a role."""

    def __init__(self, description: str) -> None:
        super().__init__(Person, description)

    def read(self, node: Node, context: Context) -> Record | None:
        """Read a person from either form."""
        if isinstance(node, Scalar):
            name = Person.fields()["name"].read(node, context)
            return name and Person(origin=Mapping(node.place, {}), label=context.record, name=name)
        return super().read(node, context)

    def as_entry(self, text: str) -> str:
        """Write the name alone."""
        return text


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

    @cached_property
    def id(self) -> str:
        """The term in kebab-case; it makes the address."""
        return f.kebab_case(self.term)
