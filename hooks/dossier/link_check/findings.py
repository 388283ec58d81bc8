"""What has become of the addresses, as a report for an editor: Markdown that reads as text too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..problems.phrases import count
from .addresses import Mention
from .links import Answer, Outcome

AMISS = (Outcome.GONE, Outcome.MOVED, Outcome.UNREACHABLE)
"""What an editor should do something about."""

BROKEN = (Outcome.GONE, Outcome.UNREACHABLE)
"""What no reader can follow."""

ADVICE: dict[str, str] = {
    Outcome.GONE: (
        "The server says that nothing is there. Look for the document's new address and write it in place"
        " of this one. Where there is none, add `archived:` with the address of an archived copy to the"
        " source, and `gone:` with today's date, which marks it on its page; in a text, take the link out."
    ),
    Outcome.MOVED: (
        "The server leads elsewhere. Open the new address; where it shows the same document, write it in"
        " place of the old one. Where it does not, do as with a page that is gone."
    ),
    Outcome.UNREACHABLE: (
        "No usable answer came, even after asking again. Open the address in a browser on another day;"
        " where it fails again, do as with a page that is gone."
    ),
    Outcome.REFUSED: (
        "The server answers, but not to a program. Open the address in a browser; where it shows the"
        " document, there is nothing to do."
    ),
    "archived": (
        "These are gone, have moved or are unreachable, but the source gives an archived copy, so that"
        " readers find the document. There is nothing to do."
    ),
    "known": (
        "These are gone, have moved or are unreachable, as their sources say with `gone:`. There is nothing"
        " to do."
    ),
}
"""What to do about what stands under a heading."""


@dataclass(frozen=True)
class Finding:
    """What has become of an address."""

    address: str
    answer: Answer
    mentions: tuple[Mention, ...]
    """Where the data give it."""
    is_archived: bool
    """Whether an archived copy can be read wherever the data give it."""

    @property
    def heading(self) -> str:
        """Where the report lists it: under its outcome, unless the data make up for that."""
        if self.answer.outcome in AMISS:
            if self.is_archived:
                return "archived"
            if all(mention.is_known_gone for mention in self.mentions):
                return "known"
        return self.answer.outcome

    @property
    def is_amiss(self) -> bool:
        """Whether an editor should do something."""
        return self.heading in AMISS

    def __str__(self) -> str:
        places = "; ".join(
            f"`{mention.place.file}:{mention.place.line}` ({mention.record}, {mention.key})"
            for mention in self.mentions
        )
        return f"- <{self.address}> {self.answer.words}.\n  Given in {places}."


def findings(
    mentions: Mapping[str, tuple[Mention, ...]], answers: Mapping[str, Answer]
) -> tuple[Finding, ...]:
    """Join what the data give and what was answered, in the order of the data."""
    broken = {address for address, answer in answers.items() if answer.outcome in BROKEN}
    return tuple(
        Finding(
            address,
            answers[address],
            given,
            is_archived=all(mention.archived and mention.archived not in broken for mention in given),
        )
        for address, given in mentions.items()
    )


def report(found: Sequence[Finding]) -> str:
    """Write what was found, grouped by outcome."""
    return "\n\n".join(["# Links to other sites", _summary(found), *_sections(found)])


def _summary(found: Sequence[Finding]) -> str:
    numbers = Counter(finding.heading for finding in found)
    parts = [f"{numbers[heading]} {heading}" for heading in (*ADVICE, Outcome.ALIVE) if numbers[heading]]
    return f"{count(len(found), 'link')}: {', '.join(parts)}."


def _sections(found: Sequence[Finding]) -> Iterator[str]:
    for heading, advice in ADVICE.items():
        if group := [str(finding) for finding in found if finding.heading == heading]:
            yield "\n\n".join([f"## {heading.capitalize()}", advice, "\n".join(group)])
