"""What is known of a statement: what a change, a confirmation and an omission make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.enumerations import Status
from dossier.model.standing import Standing

FLOODS = """
title: Floods
summary: Of floods.
activities:
  - {{id: pumps, title: Pumps, status: planned, text: Pumps were planned., as_of: 2008, updates: [{}]}}
"""


def known_after(updates: str, data: Path) -> tuple[Standing, ...]:
    """Return what is known of a statement after each of its steps, the statement itself first."""
    (data / "areas" / "floods.yml").write_text(FLOODS.format(updates), encoding="utf-8")
    dossier = load(data)
    return dossier.standings(dossier.areas[-1].activities[0])


@pytest.mark.parametrize(
    ("updates", "claim", "status", "as_of", "source"),
    [
        (
            "{as_of: 2012, text: Pumps had come., status: completed, sources: [zenda-gazette]}",
            *("Pumps had come.", Status.COMPLETED, "2012", "zenda-gazette"),
        ),
        (
            "{as_of: 2012, text: Pumps were ordered., sources: [zenda-gazette]}",
            *("Pumps were ordered.", Status.PLANNED, "2012", "zenda-gazette"),
        ),
        (
            "{kind: change, as_of: 2012, status: ended, sources: [zenda-gazette]}",
            *("Pumps were planned.", Status.ENDED, "2012", "nato-2010"),
        ),
        (
            "{kind: confirmation, as_of: 2012, text: by name, sources: [zenda-gazette]}",
            *("Pumps were planned.", Status.PLANNED, "2012", "nato-2010"),
        ),
        (
            "{kind: confirmation, as_of: 2012, status: ongoing}",
            *("Pumps were planned.", Status.ONGOING, "2012", "nato-2010"),
        ),
        (
            "{kind: omission, as_of: 2012, text: by name, sources: [zenda-gazette]}",
            *("Pumps were planned.", Status.PLANNED, "2008", "nato-2010"),
        ),
        (
            "{kind: omission, as_of: 2014}, {kind: confirmation, as_of: 2012}",
            *("Pumps were planned.", Status.PLANNED, "2012", "nato-2010"),
        ),
        (
            "{kind: confirmation, as_of: 2013}, {as_of: 2012, text: Pumps had come.}",
            *("Pumps had come.", Status.PLANNED, "2013", "nato-2010"),
        ),
    ],
)
def test_the_claim_is_that_of_the_newest_change(
    updates: str, claim: str, status: Status, as_of: str, source: str, good_data: Path
) -> None:
    last = known_after(updates, good_data)[-1]
    assert (last.claim.plain, last.status, str(last.as_of)) == (claim, status, as_of)
    assert [source.id for source in last.claim_sources] == [source]


def test_steps_are_by_date_whatever_the_order_of_the_file(good_data: Path) -> None:
    updates = ", ".join(
        f"{{as_of: {date}, text: {text}}}"
        for date, text in [("2013", "c"), ("2011", "b"), ("2014-02", "e"), ("2014", "d")]
    )
    known = known_after(updates, good_data)
    assert [standing.claim.plain for standing in known] == ["Pumps were planned.", "b", "c", "d", "e"]
    assert [standing.is_changed for standing in known] == [False, True, True, True, True]


def test_a_step_keeps_what_its_source_says_and_where(good_data: Path) -> None:
    _, confirmation, omission = known_after(
        "{kind: confirmation, as_of: 2012, text: by name}, {kind: omission, as_of: 2014}", good_data
    )
    assert confirmation.step.text
    assert confirmation.step.text.plain == "by name"
    assert [source.id for source in confirmation.step.sources] == ["nato-2010"]
    assert (str(omission.step.as_of), omission.step.text, omission.is_changed) == ("2014", None, False)
    assert omission.step.record.origin.place.line == 5
