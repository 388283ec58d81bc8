"""The words in which pages say how a statement is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.standing import Step
from dossier.pages.standing_words import age_of, earlier_claims, steps_that_matter

from ..model.test_standing import known_after


def change(year: int, more: str) -> str:
    return f"{{as_of: {year}, {more}}}"


def confirmed(year: int, more: str = "sources: [nato-2010]") -> str:
    return f"{{kind: confirmation, as_of: {year}, {more}}}"


def omitted(year: int, more: str = "sources: [nato-2010]") -> str:
    return f"{{kind: omission, as_of: {year}, {more}}}"


@pytest.mark.parametrize(
    ("updates", "words"),
    [
        ([change(2010, "text: b")], ["updated 2010"]),
        ([change(2010, "text: b, status: ongoing")], ["ongoing 2010"]),
        ([change(2010, "text: b, status: planned")], ["updated 2010"]),
        ([change(2010, "status: ended")], ["described as past 2010"]),
        ([change(2010, "status: completed")], ["described as done 2010"]),
        ([confirmed(2010)], ["confirmed 2010"]),
        ([confirmed(2010, "text: by name")], ["confirmed 2010 (by name)"]),
        ([confirmed(2010), confirmed(2012), confirmed(2014)], ["confirmed 2010, 2012, 2014"]),
        ([omitted(2010)], ["not mentioned as of 2010"]),
        ([omitted(2010), omitted(2012)], ["not mentioned as of 2010, 2012"]),
        (
            [confirmed(2010), change(2011, "text: b"), confirmed(2012), omitted(2013)],
            ["confirmed 2010", "updated 2011", "confirmed 2012", "not mentioned as of 2013"],
        ),
    ],
)
def test_steps_are_told_in_a_row_those_of_one_kind_as_one(
    updates: list[str], words: list[str], good_data: Path
) -> None:
    def date(step: Step) -> str:
        return f"{step.as_of} ({step.remark.plain})" if step.remark else str(step.as_of)

    told = steps_that_matter(known_after(", ".join(updates), good_data))
    assert [f"{said} {', '.join(map(date, steps))}" for said, steps in told] == ["planned 2008", *words]


def test_a_statement_without_a_status_is_stated(ruritania: Dossier) -> None:
    (step,) = steps_that_matter(ruritania.standings(ruritania.statements[0]))
    assert step.words == "stated"


def test_earlier_claims_are_those_in_other_words_newest_first(good_data: Path) -> None:
    updates = [
        confirmed(2009),
        change(2010, "text: b"),
        omitted(2011),
        change(2012, "text: c"),
        confirmed(2013),
    ]
    earlier = earlier_claims(known_after(", ".join(updates), good_data))
    assert [(standing.claim.plain, str(standing.as_of)) for standing in earlier] == [
        ("b", "2010"),
        ("Pumps were planned.", "2009"),
    ]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2019, 4, 1), ""),
        (date(2020, 1, 1), "2 of 2 statements rest on sources over ten years old, most of them of 2009."),
    ],
)
def test_that_most_statements_are_old_is_told_once(today: date, words: str, good_data: Path) -> None:
    dossier = load(good_data, today)
    statements = [item for item in dossier.statements if dossier.as_of(item).year == 2009]
    assert age_of(statements, dossier) == words
