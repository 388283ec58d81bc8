"""How a copy fits the date of its source."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.archiving.internet_archive import Copy
from dossier.archiving.proposal import Proposal, wanted_day
from dossier.model.records import Source
from dossier.model.registry import Registry
from dossier.problems.problem import Problem
from dossier.yaml_source.nodes import MappingNode
from dossier.yaml_source.parser import parse

TODAY = date(2026, 11, 26)


def source(dates: str) -> Source:
    text = f"{{id: a, title: A, publisher: B, kind: press, url: 'http://a.example/', {dates}}}"
    problems: list[Problem] = []
    node = parse(text, "data/sources.yml", problems.append)
    assert isinstance(node, MappingNode)
    return Source.read(node, 'source "a"', Registry())


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("date: 2011-07-02", date(2011, 7, 2)),
        ("date: 2011-07", date(2011, 7, 31)),
        ("date: 2011~", date(2011, 12, 31)),
        ("date: 2011-07-02/2012", date(2012, 12, 31)),
        ("date: 2011/..", TODAY),
        ("date: ../2011", date(2011, 12, 31)),
        ("date: 2026", TODAY),
        ("date: 2011, accessed: 2012", date(2011, 12, 31)),
        ("accessed: 2012-01-02", date(2012, 1, 2)),
        ("", TODAY),
    ],
)
def test_a_copy_is_wanted_from_the_date_of_the_source(dates: str, day: date) -> None:
    assert wanted_day(source(dates), TODAY) == day


@pytest.mark.parametrize(
    ("dates", "day", "words", "is_near", "is_too_old"),
    [
        ("date: 2011", date(2011, 7, 2), ", within its date (2011)", True, False),
        ("date: 2011", date(2012, 1, 1), ", 1 day after its date (2011)", True, False),
        ("date: 2011-07-02", date(2012, 1, 12), ", 6 months after its date (2 July 2011)", True, False),
        ("date: 2011-07-02", date(2013, 7, 2), ", 2 years after its date (2 July 2011)", False, False),
        ("date: 2011-07-02", date(2011, 7, 1), ", 1 day before its date (2 July 2011)", True, False),
        ("date: 2011-07-02", date(2011, 6, 30), ", 2 days before its date (2 July 2011)", True, True),
        ("date: ../2011", date(2001, 1, 1), ", within its date (until 2011)", True, False),
        ("date: 2011/..", date(2021, 1, 1), ", within its date (since 2011)", True, False),
        (
            "accessed: 2012-01-02",
            date(2011, 12, 31),
            ", 2 days before the day on which it was read (2 January 2012)",
            True,
            False,
        ),
        (
            "accessed: 2012",
            date(2010, 7, 2),
            ", 1 year before the day on which it was read (2012)",
            False,
            False,
        ),
        ("", date(2011, 7, 2), "; the document has no date", False, False),
    ],
)
def test_a_copy_is_as_far_from_the_document_as_their_dates(
    dates: str, day: date, words: str, is_near: bool, is_too_old: bool
) -> None:
    proposal = Proposal(source(dates), Copy("https://web.archive.org/", day))
    shown = f"{day.day} {day:%B %Y}"
    assert proposal.words == f"copy of {shown}{words}"
    assert (proposal.is_near, proposal.is_too_old) == (is_near, is_too_old)
