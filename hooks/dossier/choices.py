"""The words that some fields choose from, and what they mean to a reader."""

from __future__ import annotations

from enum import StrEnum


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
