"""The words that some fields choose from, and what they mean to a reader."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A word that a field may take."""

    meaning: str
    """What it says, as a sentence."""

    def __new__(cls, word: str, meaning: str) -> Self:
        """Make a choice of the word itself and its meaning."""
        choice = str.__new__(cls, word)
        choice._value_ = word
        choice.meaning = meaning
        return choice

    @classmethod
    def noun(cls) -> str:
        """Return what problems call one of the words: the last word of the name of the class."""
        return re.split("(?=[A-Z])", cls.__name__)[-1].lower()


class Status(Choice):
    """What a source says of an activity, as of its date."""

    COMPLETED = "completed", "It was done."
    ONGOING = "ongoing", "It was being done."
    IN_DEVELOPMENT = "in-development", "It was being drawn up or built."
    PLANNED = "planned", "It was intended."
    UNDER_CONSIDERATION = "under-consideration", "It was being thought about."
    OFFERED = "offered", "NATO or its members were ready to do it."
    ENDED = "ended", "It was done once and was no longer."

    @property
    def words(self) -> str:
        """The status as a reader sees it."""
        return self.value.replace("-", " ")

    @property
    def is_open(self) -> bool:
        """Whether it was still to happen."""
        return self in (self.IN_DEVELOPMENT, self.PLANNED, self.UNDER_CONSIDERATION, self.OFFERED)


class UpdateKind(Choice):
    """How a later source relates to a statement."""

    CHANGE = "change", "It says something newer or different."
    CONFIRMATION = "confirmation", "It says the same, so that the claim holds as of its date too."
    OMISSION = "omission", "A later version of a document that used to say it no longer does."


class Direction(Choice):
    """Which way a visit went."""

    TO_NATO = "to-nato", "The partner country visited NATO, one of its bodies or commands."
    TO_PARTNER = "to-partner", "Somebody visited the partner country."
    ELSEWHERE = "elsewhere", "They met in another place."


class SourceKind(Choice):
    """Who speaks in a source."""

    OFFICIAL = "official", "NATO, a government or another public body."
    PRESS = "press", "A newspaper, a broadcaster or a news agency."
    RESEARCH = "research", "A scholar or an institute."
    PRIVATE = "private", "A person's own site, a forum or a repost."
