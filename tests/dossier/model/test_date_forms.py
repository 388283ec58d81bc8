"""What is no date is refused with what to write; further cases stand in `bad_data/date-*`."""

from __future__ import annotations

import pytest

from dossier.model.date_forms import DateError, parse, parse_point


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0 July 2007", 'impossible date "0 July 2007"; the days of July 2007 go from 1 to 31'),
        ("29 February 2007", 'impossible date "29 February 2007"; the days of February 2007 go from 1 to 28'),
        ("2007-00", 'impossible date "2007-00"; months go from 01 to 12'),
        (
            "02-07-2007",
            'ambiguous date "02-07-2007"; write 2007-07-02 for 2 July or 2007-02-07 for 7 February',
        ),
        ("07/13/2007", 'numeric date "07/13/2007"; write 2007-07-13 for 13 July'),
        ("02/02/2007", 'numeric date "02/02/2007"; write 2007-02-02 for 2 February'),
        ("13/13/2007", 'numeric date "13/13/2007"; write for example 2007-07-02'),
        (
            "2nd July 2007",
            '"2nd July 2007" is not a date;'
            " write for example 2007, 2007-07, 2007-07-02, 2 July 2007 or 2005/2009",
        ),
        (
            "2005/",
            '"2005/" is neither a date nor a span;'
            " write for example 2007-07, 2007-07-02, 2005/2009 or 2005/..",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["20070702", "2007-W27", "2007-07-02T12:00", "2007?", "~", ""])
def test_other_forms_of_dates_are_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date; write for example 2007"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2007-2009", "2007/2009"),
        ("2005–2009", "2005/2009"),
        ("2005 to 2009", "2005/2009"),
        ("from July 2007 until 5 May 2009", "2007-07/2009-05-05"),
        ("2007-7-2", "2007-07-02"),
        ("2024/03/02", "2024-03-02"),
        ("2024.3.2", "2024-03-02"),
        ("2007/7", "2007-07"),
        ("07-2007", "2007-07"),
        ("7/2007", "2007-07"),
        ("ca. 2007", "2007~"),
        ("ca 2007", "2007~"),
        ("c. 2007", "2007~"),
        ("about 2007", "2007~"),
        ("Circa July 2007", "2007-07~"),
        ("since 2005", "2005/.."),
        ("Since 2 July 2005", "2005-07-02/.."),
        ("until 2010", "../2010"),
        ("2-5 July 2007", "2007-07-02/2007-07-05"),
        ("30 June – 2 July 2007", None),
        ("2009-2007", None),
        ("2024/13/02", None),
        ("since since 2005", None),
        ("about 2005/2009", None),
    ],
)
def test_a_date_in_another_form_is_refused_with_the_form_that_is_meant(text: str, date: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (str(caught.value) == f'"{text}" is not an accepted form of a date; write {date}') == bool(date)


def test_a_point_is_no_span() -> None:
    with pytest.raises(DateError, match=r'^"2005/2009" is not a date'):
        parse_point("2005/2009")
