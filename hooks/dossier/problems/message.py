"""A message of the check, and groups of them.

The voice is one: what is wrong, what was found, and then what to write, with an example or the nearest
known name. Nobody needs to know how the site is made, or more of YAML than how a file looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Message:
    """One thing that the check may say; called with the values of its places, it gives the text."""

    text: str
    """What is wrong and what to write instead, with a named place for each value."""
    cause: str
    """How one comes to make the mistake, in a sentence."""

    def __call__(self, **values: object) -> str:
        """Write the text with these values in its places."""
        return self.text.format_map(values)

    @property
    def outline(self) -> str:
        """The text as a guide shows it, with the name of each place in capital letters."""
        return re.sub(r"\{(\w+).*?\}", lambda place: place[1].replace("_", " ").upper(), self.text)


class Group:
    """The messages on one subject, in the order of the guide."""

    title: ClassVar[str]
    messages: ClassVar[tuple[Message, ...]]

    def __init_subclass__(cls, title: str) -> None:
        cls.title = title
        cls.messages = tuple(value for value in vars(cls).values() if isinstance(value, Message))
