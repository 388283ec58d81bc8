"""Statements: what sources say, as of a date, and what later sources say of the same thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from .dates import When
from .enumerations import Status, UpdateKind
from .event import ID, Conflicts, Event, Formerly, Sourced, Sources
from .field import ListField, TextField
from .field_types import ChoiceField, DateField, IdField, ProseField
from .prose import Prose
from .record import Record, RecordField

STATUS = "What the source says of it, as of its date; not what you make of it."


@dataclass(frozen=True, kw_only=True)
class Update(Record, Sourced):
    """What a later source says of a statement."""

    noun = "update"
    label_key = ""

    kind: Annotated[
        UpdateKind,
        ChoiceField(UpdateKind, "How the later source relates to the statement. Left out: change."),
    ] = UpdateKind.CHANGE
    as_of: Annotated[
        When, DateField("The date of which the later source speaks; it is not before that of the statement.")
    ]
    text: Annotated[
        Prose | None,
        ProseField("For a change the whole claim as it is now, in your own words; else a short remark."),
    ] = None
    status: Annotated[
        Status | None, ChoiceField(Status, "What the later source says of it. Left out: as it was.")
    ] = None
    sources: Sources = ()


@dataclass(frozen=True, kw_only=True)
class Statement(Event):
    """A claim about the world that a source makes, as of a date."""

    noun = "statement"

    id: Annotated[str, IdField("statement", ID)]
    title: Annotated[str | None, TextField("A short heading for the statement.")] = None
    status: Annotated[Status | None, ChoiceField(Status, STATUS)] = None
    topic: Annotated[
        str | None, TextField("The subject under which the page of the area groups it.", "Training")
    ] = None
    date: Annotated[
        When | None,
        DateField("The date of the event, where it is about one that no milestone or visit is about."),
    ] = None
    text: Annotated[Prose, ProseField("The claim, whole and in your own words: what is or was so.")]
    as_of: Annotated[
        When | None,
        DateField("The date of which the source speaks. Left out: the date of the first source."),
    ] = None
    sources: Sources = ()
    updates: Annotated[
        tuple[Update, ...],
        ListField(RecordField(Update, "What later sources say of the same thing.", keys=("as_of", "text"))),
    ] = ()
    conflicts: Conflicts = ()
    formerly: Formerly = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Statement):
    """A statement of an area, which has a title and a status."""

    title: Annotated[str, TextField("A short heading for the statement.")] = field()
    status: Annotated[Status, ChoiceField(Status, STATUS)] = field()
