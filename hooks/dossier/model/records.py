"""The records other than statements: their keys, which of them are required, and what they mean.

A record's annotations are the only declaration of its keys, for reading, checking and describing them.
References to other records are ids, which the dossier resolves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypeAlias

from ..problems.record_messages import Values
from ..yaml_source.nodes import Node, ScalarNode
from .dates import When
from .enumerations import Direction, SourceKind
from .event import ID, SOURCE, Areas, Conflicts, Event, Formerly, Key, Sourced, Sources
from .field import ListField, Schema, TextField
from .field_types import (
    ChoiceField,
    DateField,
    FlagField,
    IdField,
    LanguageField,
    NumberField,
    ProseField,
    ReferenceField,
    TermField,
    UrlField,
    kebab_case,
)
from .prose import Prose
from .record import Origin, Record, RecordField
from .registry import Context
from .statement import Activity, Statement


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody who took part in a visit: a person, a group or an office."""

    noun = "person"
    label_key = ""

    name: Annotated[str, TextField("The name in its usual English form, or what the group was.", "Jane Doe")]
    role: Annotated[
        str | None, TextField("The office that the person held at that date.", "Foreign Minister")
    ] = None

    @property
    def key(self) -> str:
        """The name in small letters, without marks; equal keys are the same person."""
        return re.sub(r"[\W_]+", "-", self.name.casefold())

    @property
    def with_role(self) -> str:
        """The name, and the role where it is known."""
        return f"{self.name}, {self.role}" if self.role else self.name


class PersonField(RecordField):
    """A person: a name alone, or a name and a role."""

    def __init__(self, description: str) -> None:
        super().__init__(Person, description)
        self.keys = ("name", "role")

    def schema(self) -> Schema:
        """Describe either form."""
        return {"anyOf": [Person.fields()["name"].schema(), super().schema()]}

    def read(self, node: Node, context: Context) -> Record | None:
        """Read a person from either form."""
        if isinstance(node, ScalarNode):
            name = Person.fields()["name"].read(node, context)
            return name and Person(origin=Origin(node.place, {}), in_words=context.record, name=name)
        return super().read(node, context)

    def refuse_alone(self, text: str, key: str) -> str:
        """Suggest the text as a name, unless it has a comma."""
        return super().refuse_alone(text, key) if "," in text else Values.NOT_A_LIST(key=key, entry=text)


@dataclass(frozen=True, kw_only=True)
class KeyFact(Record, Sourced):
    """A line of the box of key facts on the home page."""

    noun = "fact"
    label_key = "label"

    label: Annotated[str, TextField("What the fact is.", "Joined the Partnership for Peace")]
    text: Annotated[Prose, ProseField("The fact, with links to the records that hold it.")]
    sources: Sources = ()


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """The partner country, and what holds for the relationship as a whole."""

    noun = "partner"
    label_key = ""

    name: Annotated[str, TextField("The usual name of the country.", "Ruritania")]
    adjective: Annotated[
        str, TextField("The adjective of the country, for what belongs to it.", "Ruritanian")
    ]
    summary: Annotated[
        Prose,
        ProseField("The lead of the home page: what the relationship is. Each claim links to its record."),
    ]
    primary_source: Annotated[
        str,
        ReferenceField("source", SOURCE, "The id of the source that holds wherever a record names none."),
    ]
    key_facts: Annotated[
        tuple[KeyFact, ...], ListField(RecordField(KeyFact, "The box of key facts on the home page."))
    ] = ()
    as_of_pages: Annotated[
        tuple[int, ...],
        ListField(NumberField("Years, each of which makes a page of what sources up to then said.", "2011")),
    ] = ()
    not_found: Annotated[
        tuple[Prose, ...],
        ListField(ProseField("What was looked for and not found, one thing each; open questions list it.")),
    ] = ()
    overview: Annotated[
        tuple[Statement, ...],
        ListField(
            RecordField(Statement, "Statements on the relationship as a whole; the home page shows them.")
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Area(Record):
    """A field of cooperation; the name of its file is its id."""

    noun = "area"

    id: str
    title: Annotated[str, TextField("The name of the area.", "Science")]
    summary: Annotated[Prose, ProseField("What the area is about, in one or two sentences.")]
    activities: Annotated[
        tuple[Activity, ...],
        ListField(RecordField(Activity, "Statements on what was done, planned or considered in the area.")),
    ]
    order: Annotated[
        int | None,
        NumberField("The place of the area among the others. Left out: after those that have one, by title."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Milestone(Event):
    """An event in the relationship, never the date of a document."""

    noun = "milestone"

    id: Annotated[str, IdField("milestone", ID)]
    date: Annotated[When, DateField("The date of the event, as exactly as the source gives it.")]
    title: Annotated[str, TextField("What happened, in a few words.")]
    text: Annotated[
        Prose | None, ProseField("What else the source says of the event, in your own words.")
    ] = None
    key: Key = False
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()
    formerly: Formerly = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Event):
    """A visit or a meeting."""

    noun = "visit"

    id: Annotated[str, IdField("visit", ID)]
    date: Annotated[When | None, DateField("The date of the visit, as exactly as the source gives it.")] = (
        None
    )
    recurring: Annotated[
        bool,
        FlagField("Whether the visit comes again and again; then it may have no date. Left out: false."),
    ] = False
    title: Annotated[str, TextField("Who went where, in a few words.")]
    direction: Annotated[Direction, ChoiceField(Direction, "Which way the visit went.")]
    visitors: Annotated[
        tuple[Person, ...], ListField(PersonField("Who came: a list of names, or of names with roles."))
    ]
    hosts: Annotated[
        tuple[Person, ...],
        ListField(PersonField("Who received the visitors: a list of names, or of names with roles.")),
    ] = ()
    place: Annotated[str, TextField("The place where they met.", "Brussels")]
    purpose: Annotated[Prose | None, ProseField("What the visit was for, in your own words.")] = None
    key: Key = False
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()
    formerly: Formerly = ()

    @classmethod
    def schema(cls) -> Schema:
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

    id: Annotated[str, IdField("source", ID, SOURCE)]
    title: Annotated[str, TextField("The title of the document, in its own language.")]
    publisher: Annotated[str, TextField("Who published the document.", "NATO")]
    kind: Annotated[SourceKind, ChoiceField(SourceKind, "Who speaks in the document.")]
    url: Annotated[str, UrlField("The original address of the document on the web.")]
    date: Annotated[When | None, DateField("The date of which the document speaks. Left out: not known.")] = (
        None
    )
    accessed: Annotated[When | None, DateField("The date on which the document was read.")] = None
    archived: Annotated[str | None, UrlField("The address of a copy in a public archive.")] = None
    read_at: Annotated[
        str | None, UrlField("The address at which the text was read, if not at the original one.")
    ] = None
    gone: Annotated[
        When | None,
        DateField("The date on which the original address led nowhere any more. Left out: not known."),
    ] = None
    language: Annotated[
        str, LanguageField("The code of the language of the document. Left out: en, for English.")
    ] = "en"
    note: Annotated[
        Prose | None, ProseField("What a reader should know of the document, such as how it was dated.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Term(Record, Sourced):
    """A term of the glossary."""

    noun = "term"
    label_key = "term"

    term: Annotated[str, TermField("The abbreviation or the name, as the pages use it.", "NATO")]
    name: Annotated[
        str,
        TextField("The full name, or what it means in a few words.", "North Atlantic Treaty Organization"),
    ]
    text: Annotated[Prose | None, ProseField("What else there is to say of it, in your own words.")] = None
    sources: Sources = ()

    @cached_property
    def id(self) -> str:
        """The term in kebab-case; it makes the URL."""
        return kebab_case(self.term)


Addressed: TypeAlias = Event | Area | Source | Term
"""What has a URL of its own."""
