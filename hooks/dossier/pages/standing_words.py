"""The words in which pages say how a statement is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from ..model.dataset import Dossier
from ..model.enumerations import Status, UpdateKind
from ..model.standing import Standing, Step
from ..model.statement import Statement

NO_LONGER_SO = {Status.ENDED: "described as past", Status.COMPLETED: "described as done"}
"""A source that uses the past tense does not say when something ended."""


REMARKS = {UpdateKind.CONFIRMATION: "confirmed", UpdateKind.OMISSION: "not mentioned as of"}
"""What is said of steps that leave a claim as it is."""


class StepWords(NamedTuple):
    """A step, or several of one kind in a row, as pages show them."""

    words: str
    """The words before the date, or the dates."""
    steps: tuple[Step, ...]


def steps_that_matter(standings: Sequence[Standing]) -> list[StepWords]:
    """Word the steps of a statement, oldest first; consecutive confirmations are one."""
    rows: list[StepWords] = []
    status: Status | None = None
    for kind, run in groupby((standing.step for standing in standings), key=lambda step: step.kind):
        if kind in REMARKS:
            rows.append(StepWords(REMARKS[kind], tuple(run)))
            continue
        for step in run:
            rows.append(StepWords(_change_words(step, status), (step,)))
            status = step.status or status
    return rows


def _change_words(step: Step, former: Status | None) -> str:
    if step.kind is None:
        return step.status.words if step.status else "stated"
    if step.status is None or step.status is former:
        return "updated"
    return NO_LONGER_SO.get(step.status, step.status.words)


def earlier_claims(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the standings with earlier claims, newest first."""
    last = {standing.claim.plain: standing for standing in standings}
    return tuple(last.values())[-2::-1]


def age_of(statements: Sequence[Statement], dossier: Dossier) -> str:
    """Say of many statements that most of them are old; empty if they are not."""
    dates = [dossier.standing(statement).as_of for statement in statements]
    old = [date for date in dates if dossier.is_old(date)]
    if len(old) * 2 <= len(dates):
        return ""
    ((year, _),) = Counter(date.newest.year for date in old).most_common(1)
    return (
        f"{len(old)} of {len(dates)} statements rest on sources over ten years old, most of them of {year}."
    )
