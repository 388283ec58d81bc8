"""The words in which pages say how a statement is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.pages.standing_words import age_of, earlier_claims, steps_that_matter

FLOODS = """
title: Floods
summary: Of floods.
activities:
  - {{id: pumps, title: Pumps, status: planned, text: a, as_of: 2008, updates: [{}]}}
  - {{id: dykes, title: Dykes, status: planned, text: a, as_of: 2009-03}}
  - {{id: dams, title: Dams, status: planned, text: a, as_of: 2016}}
"""


def floods(updates: str, data: Path, today: date = date(2021, 1, 1)) -> Dossier:
    """Load data with an area of statements, the first of which has updates."""
    (data / "areas" / "floods.yml").write_text(FLOODS.format(updates), encoding="utf-8")
    return load(data, today)


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
        ([confirmed(2010), confirmed(2012), confirmed(2014)], ["confirmed 3 times, last 2014"]),
        ([omitted(2010)], ["not mentioned as of 2010"]),
        ([omitted(2010), omitted(2012)], ["not mentioned since 2010"]),
        (
            [confirmed(2010), change(2011, "text: b"), confirmed(2012), omitted(2013)],
            ["confirmed 2010", "updated 2011", "confirmed 2012", "not mentioned as of 2013"],
        ),
    ],
)
def test_steps_are_told_in_a_row_those_of_one_kind_as_one(
    updates: list[str], words: list[str], good_data: Path
) -> None:
    dossier = floods(", ".join(updates), good_data)
    steps = steps_that_matter(dossier.standings(dossier.areas[-1].activities[0]))
    told = [
        f"{step.words} {step.as_of}" + (f" ({step.remark.plain})" if step.remark else "") for step in steps
    ]
    assert told == ["planned 2008", *words]


def test_confirmations_told_as_one_keep_each_source(good_data: Path) -> None:
    updates = [confirmed(2012, "sources: [zenda-gazette, nato-2010]"), confirmed(2013)]
    dossier = floods(", ".join(updates), good_data)
    *_, step = steps_that_matter(dossier.standings(dossier.areas[-1].activities[0]))
    assert [source.id for source in step.sources] == ["zenda-gazette", "nato-2010"]


def test_a_statement_without_a_status_is_stated(good_data: Path) -> None:
    dossier = load(good_data)
    assert [step.words for step in steps_that_matter(dossier.standings(dossier.statements[0]))] == ["stated"]


def test_earlier_claims_are_those_in_other_words_newest_first(good_data: Path) -> None:
    updates = [
        confirmed(2009),
        change(2010, "text: b"),
        omitted(2011),
        change(2012, "text: c"),
        confirmed(2013),
    ]
    dossier = floods(", ".join(updates), good_data)
    earlier = earlier_claims(dossier.standings(dossier.areas[-1].activities[0]))
    assert [(standing.claim.plain, str(standing.as_of)) for standing in earlier] == [
        ("b", "2010"),
        ("a", "2009"),
    ]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2018, 6, 1), ""),
        (date(2020, 1, 1), "2 of 3 statements rest on sources over ten years old, most of them of 2008."),
        (date(2027, 1, 1), "3 of 3 statements rest on sources over ten years old, most of them of 2008."),
    ],
)
def test_that_most_statements_are_old_is_told_once(today: date, words: str, good_data: Path) -> None:
    dossier = floods(confirmed(2008), good_data, today)
    assert age_of(dossier.areas[-1].activities, dossier) == words
