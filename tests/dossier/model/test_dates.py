"""Dates keep the precision they were written with."""

from __future__ import annotations

import random
from datetime import date

import pytest

from dossier.model.date_forms import parse
from dossier.model.dates import PartialDate, Span

POINTS = [
    ("2007", PartialDate(2007), "2007", "2007"),
    ("2007-07", PartialDate(2007, 7), "2007-07", "July 2007"),
    ("2007-07-02", PartialDate(2007, 7, 2), "2007-07-02", "2 July 2007"),
    ("2008-02-29", PartialDate(2008, 2, 29), "2008-02-29", "29 February 2008"),
    ("0987", PartialDate(987), "0987", "987"),
    ("2007~", PartialDate(2007, is_about=True), "2007", "about 2007"),
    ("2007-07~", PartialDate(2007, 7, is_about=True), "2007-07", "about July 2007"),
    ("2007-07-02~", PartialDate(2007, 7, 2, is_about=True), "2007-07-02", "about 2 July 2007"),
    ("July 2007", PartialDate(2007, 7), "2007-07", "July 2007"),
    ("2 July 2007", PartialDate(2007, 7, 2), "2007-07-02", "2 July 2007"),
    ("02 July 2007", PartialDate(2007, 7, 2), "2007-07-02", "2 July 2007"),
    ("July 2, 2007", PartialDate(2007, 7, 2), "2007-07-02", "2 July 2007"),
    ("july 2007", PartialDate(2007, 7), "2007-07", "July 2007"),
    ("Sept 2007", PartialDate(2007, 9), "2007-09", "September 2007"),
    ("5 Nov 2004", PartialDate(2004, 11, 5), "2004-11-05", "5 November 2004"),
    ("July 2007~", PartialDate(2007, 7, is_about=True), "2007-07", "about July 2007"),
]

SPANS = [
    ("2005/2009", Span(PartialDate(2005), PartialDate(2009)), "2005 to 2009"),
    ("2009-09-05/2009-09-10", Span(PartialDate(2009, 9, 5), PartialDate(2009, 9, 10)), "5–10 September 2009"),
    (
        "2009-09-05/2009-09-10~",
        Span(PartialDate(2009, 9, 5), PartialDate(2009, 9, 10, is_about=True)),
        "5 September 2009 to about 10 September 2009",
    ),
    (
        "2009-09-30/2009-10-01",
        Span(PartialDate(2009, 9, 30), PartialDate(2009, 10, 1)),
        "30 September 2009 to 1 October 2009",
    ),
    ("2005-03/2009", Span(PartialDate(2005, 3), PartialDate(2009)), "March 2005 to 2009"),
    ("2005/..", Span(PartialDate(2005), None), "since 2005"),
    ("../2010", Span(None, PartialDate(2010)), "until 2010"),
    (
        "2005~/2009-07~",
        Span(PartialDate(2005, is_about=True), PartialDate(2009, 7, is_about=True)),
        "about 2005 to about July 2009",
    ),
    ("2005~/..", Span(PartialDate(2005, is_about=True), None), "since about 2005"),
    ("2005/2005", Span(PartialDate(2005), PartialDate(2005)), "2005 to 2005"),
    (
        "2005-06-01/2005-06-01",
        Span(PartialDate(2005, 6, 1), PartialDate(2005, 6, 1)),
        "1 June 2005 to 1 June 2005",
    ),
    ("2005-06/2005", Span(PartialDate(2005, 6), PartialDate(2005)), "June 2005 to 2005"),
]


@pytest.mark.parametrize(("text", "value", "iso", "shown"), POINTS)
def test_a_date_is_shown_as_exactly_as_it_was_written(
    text: str, value: PartialDate, iso: str, shown: str
) -> None:
    found = parse(text)
    assert isinstance(found, PartialDate)
    assert (found, found.iso, str(found)) == (value, iso, shown)


@pytest.mark.parametrize(("text", "value", "shown"), SPANS)
def test_a_span_is_shown_with_the_dates_it_has(text: str, value: Span, shown: str) -> None:
    assert (parse(text), str(parse(text))) == (value, shown)


IN_DIGITS = [*(text for text, *_ in POINTS if text[:4].isdigit()), *(text for text, *_ in SPANS)]


@pytest.mark.parametrize("text", IN_DIGITS)
def test_a_date_in_digits_is_edtf_as_it_was_written(text: str) -> None:
    assert parse(text).edtf == text


def test_a_date_in_words_has_the_form_of_edtf_too() -> None:
    assert parse("July 2007~").edtf == "2007-07~"


@pytest.mark.parametrize("text", ["2 July 2007", "July 2, 2007", "2005~/..", "2007-07-02"])
def test_a_date_knows_how_it_was_written(text: str) -> None:
    assert parse(text).written == text


def test_dates_are_equal_however_they_were_written() -> None:
    assert parse("2 July 2007") == parse("2007-07-02")


def test_every_month_has_its_name() -> None:
    months = "January February March April May June July August September October November December"
    for number, month in enumerate(months.split(), start=1):
        assert parse(f"{month} 2007") == parse(f"{month[:3]} 2007") == PartialDate(2007, number)
        assert str(PartialDate(2007, number)) == f"{month} 2007"


def test_a_year_sorts_before_its_months_and_a_month_before_its_days() -> None:
    in_order = [
        *("../2004", "2004-12-31", "2005", "2005-01", "2005-01-01", "2005-01-02/..", "2005-01-03"),
        *("2005-02~", "2005-02-01/2005-02-03", "2005-03/2009", "2006"),
    ]
    shuffled = random.Random(1).sample(in_order, len(in_order))
    assert sorted(shuffled, key=lambda text: parse(text).sort_key) == in_order


def test_what_starts_alike_sorts_alike() -> None:
    keys = {parse(text).sort_key for text in ("2005", "2005~", "2005/2009", "2005/..", "../2005")}
    assert keys == {(2005, 0, 0)}


@pytest.mark.parametrize(
    ("text", "year"), [("2007-07-02", 2007), ("2005/2009", 2005), ("2005/..", 2005), ("../2010", 2010)]
)
def test_a_date_stands_under_the_year_in_which_it_starts(text: str, year: int) -> None:
    assert parse(text).year == year


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2007-02", date(2007, 2, 1), date(2007, 2, 28)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007-07-02", date(2007, 7, 2), date(2007, 7, 2)),
        ("2005/2009-06", date(2005, 1, 1), date(2009, 6, 30)),
        ("2005/..", date(2005, 1, 1), date.max),
        ("../2010", date.min, date(2010, 12, 31)),
    ],
)
def test_a_date_means_every_day_that_it_leaves_open(text: str, earliest: date, latest: date) -> None:
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)
