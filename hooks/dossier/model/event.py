"""What all kinds of events have in common: sources, areas, conflicts and former ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from .dates import When
from .field import ListField
from .field_types import FlagField, FormerIdField, ProseField, ReferenceField
from .prose import Prose
from .record import Record, RecordField

ID = "The permanent id, which makes the URL: once published, it stays."

SOURCE = "nato-2024"
"""The example of a source's id."""


class Sourced:
    """A record with sources."""

    sources: tuple[str, ...]
    """Their ids; empty for the primary source."""


@dataclass(frozen=True, kw_only=True)
class Conflict(Record, Sourced):
    """What another source says that does not fit."""

    noun = "conflict"
    label_key = ""

    text: Annotated[Prose, ProseField("What the other source says, in your own words.")]
    sources: Annotated[
        tuple[str, ...], ListField(ReferenceField("source", SOURCE, "The ids of the sources that say so."))
    ]


@dataclass(frozen=True, kw_only=True)
class Event(Record, Sourced):
    """A record that may have a date, and so a place on the timeline; all events share one set of ids."""

    noun = "event"

    id: str
    date: When | None
    title: str | None
    sources: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    formerly: tuple[str, ...] = ()
    key: bool = False
    """Whether the primary source counts it among its key milestones."""


Sources: TypeAlias = Annotated[
    tuple[str, ...],
    ListField(
        ReferenceField(
            "source", SOURCE, "The ids of the sources that say so. Left out: the primary source of the site."
        )
    ),
]
Areas: TypeAlias = Annotated[
    tuple[str, ...],
    ListField(
        ReferenceField(
            "area",
            "science",
            "The ids of the areas to which it belongs. The name of an area's file is its id.",
        )
    ),
]
Conflicts: TypeAlias = Annotated[
    tuple[Conflict, ...], ListField(RecordField(Conflict, "What other sources say that does not fit."))
]
Formerly: TypeAlias = Annotated[
    tuple[str, ...],
    ListField(
        FormerIdField(
            Event.noun, "The ids that it once had, whose URLs go on leading to it.", "summit-in-2024"
        )
    ),
]
Key: TypeAlias = Annotated[
    bool,
    FlagField("Whether the primary source counts it among its key milestones. Left out: false."),
]
