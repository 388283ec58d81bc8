"""The words in which pages say how a statement is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model.dataset import Dossier
from ..model.enumerations import Status, UpdateKind
from ..model.standing import Standing, Step
from ..model.statement import Statement

NO_LONGER_SO = {Status.ENDED: "described as past", Status.COMPLETED: "described as done"}
"""A source that puts something into the past does not say when it ended."""


def step_words(step: Step) -> str:
    """Say what a step brought, to be read before its date."""
    match step.kind:
        case UpdateKind.CONFIRMATION:
            return "confirmed"
        case UpdateKind.OMISSION:
            return "not mentioned"
        case UpdateKind.CHANGE:
            return NO_LONGER_SO.get(step.status, step.status.words) if step.status else "updated"
    return step.status.words if step.status else "stated"


def earlier_claims(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return what was known when the claim had other words, the newest first."""
    last = {standing.claim.plain: standing for standing in standings}
    return tuple(last.values())[-2::-1]


def age_of(statements: Sequence[Statement], dossier: Dossier) -> str:
    """Say once for many statements that most of them are old; empty where they are not."""
    dates = [dossier.standing(statement).as_of for statement in statements]
    old = [date for date in dates if dossier.is_old(date)]
    if len(old) * 2 <= len(dates):
        return ""
    ((year, _),) = Counter(date.newest.year for date in old).most_common(1)
    return (
        f"{len(old)} of {len(dates)} statements rest on sources over ten years old, most of them of {year}."
    )
