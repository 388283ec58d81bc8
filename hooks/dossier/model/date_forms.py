"""The forms in which dates are read, and what is said of any other form.

They are those of EDTF (ISO 8601-2): `2007`, `2007-07`, `2007-07-02`, spans such as `2005/2009`, `2005/..` and
`../2010`, and `~` after a date for "about"; and English words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from dateutil.parser import parserinfo

from ..problems.phrases import one_of, suggest
from ..problems.record_messages import Dates
from .dates import MONTHS, PartialDate, Span, When
from .patterns import unnamed, whole

CALENDAR = parserinfo()

ISO = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<about>~?)", re.ASCII)
DAY_FIRST = re.compile(r"((?P<day>\d{1,2}) )?(?P<month>[A-Za-z]+) (?P<year>\d{4})(?P<about>~?)", re.ASCII)
MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})(?P<about>~?)", re.ASCII)
NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)

MEANT = {
    r"(\d{4})[-–—](\d{4})": r"\1/\2",
    r"(\d{1,2}) ?[-–—] ?(\d{1,2}) ([A-Za-z]+) (\d{4})": r"\1 \3 \4/\2 \3 \4",
    r"(?:from )?(.+?) (?:[-–—]|to|until) (.+)": r"\1/\2",
    r"(\d{4})[-–./](\d{1,2})[-–./](\d{1,2})": r"\1-\2-\3",
    r"(\d{4})[-–./](\d{1,2})": r"\1-\2",
    r"(\d{1,2})[-–./](\d{4})": r"\2-\1",
    r"(?:about|circa|ca?\.?) ?([^~/]+)": r"\1~",
    r"since (.+)": r"\1/..",
    r"(?:until|till) (.+)": r"../\1",
}
"""Other ways to write a date, which are not accepted, each with the form that is."""
YEARS = {r"(\d\d)(\d\d)[/–—](\d\d)": r"\1\2/\1\3"}
"""Matches a span of years whose second is short."""


class DateError(ValueError):
    """Raised for a text that is no date; says what to write instead."""


def pattern() -> str:
    """Return the pattern (ECMA 262) of all forms; only `parse` checks whether the day exists."""
    return whole(edtf_pattern(), unnamed(DAY_FIRST), unnamed(MONTH_FIRST))


def edtf_pattern() -> str:
    """Return the pattern (ECMA 262) of the forms of EDTF, for a part of a text."""
    point = unnamed(ISO)
    return rf"{point}|{point}/({point}|\.\.)|\.\./{point}"


@lru_cache(maxsize=4096)
def parse(text: str) -> When:
    """Read a date or a span in one of the forms of this module.

    Raises:
        DateError: if it is no date, or an impossible or ambiguous one.
    """
    start, slash, end = text.partition("/")
    is_span = slash and not NUMERIC.fullmatch(text)
    return replace(_parse_span(text, start, end) if is_span else parse_point(text), written=text)


def parse_point(text: str) -> PartialDate:
    """Read a date that is no span; raise DateError as `parse` does."""
    if found := ISO.fullmatch(text):
        month = int(found["month"]) if found["month"] else None
        return _point(text, found, month)
    if found := DAY_FIRST.fullmatch(text) or MONTH_FIRST.fullmatch(text):
        month = CALENDAR.month(found["month"])
        if not month:
            suggestion = suggest(found["month"].capitalize(), MONTHS, one_of(MONTHS))
            raise _refusal(text, Dates.NOT_A_MONTH(word=found["month"], suggestion=suggestion))
        return _point(text, found, month)
    if found := NUMERIC.fullmatch(text):
        raise DateError(_ambiguous(text, int(found[1]), int(found[3]), int(found[4])))
    raise _refusal(text, Dates.NOT_A_DATE(text=text))


def _refusal(text: str, otherwise: str) -> DateError:
    """Return the error for a text, with the date that it means if that is clear; `2010/11` can mean two."""
    date, span = _meant(text), _meant(text, YEARS)
    if date and span:
        words, other = parse(span), parse(date)
        message = Dates.AMBIGUOUS(text=text, date=span, words=words, other_date=date, other_words=other)
        return DateError(message)
    date = date or span
    return DateError(Dates.MEANT(text=text, date=date) if date else otherwise)


def _meant(text: str, forms: dict[str, str] = MEANT) -> str:
    for expression, form in forms.items():
        found = re.fullmatch(expression, text, re.ASCII | re.IGNORECASE)
        with suppress(DateError):
            if found:
                ends = re.sub(r"\b\d\b", r"0\g<0>", found.expand(form), flags=re.ASCII).split("/")
                date = "/".join(end if end == ".." else parse_point(end).edtf for end in ends)
                parse(date)
                return date
    return ""


def _point(text: str, found: re.Match[str], month: int | None) -> PartialDate:
    year, day = int(found["year"]), int(found["day"]) if found["day"] else None
    if year == 0:
        raise DateError(Dates.BAD_YEAR(text=text))
    if month is not None and not 1 <= month <= 12:
        raise DateError(Dates.BAD_MONTH(text=text))
    days = monthrange(year, month)[1] if month else 0
    if month and day is not None and not 1 <= day <= days:
        raise DateError(Dates.BAD_DAY(text=text, month=MONTHS[month - 1], year=year, days=days))
    return PartialDate(year, month, day, bool(found["about"]))


def _parse_span(text: str, start: str, end: str) -> Span:
    for part in (start, end):
        if part != ".." and not ISO.fullmatch(part):
            raise _refusal(text, Dates.NOT_A_SPAN(text=text))
    if start == end == "..":
        raise DateError(Dates.NO_DATE_IN_SPAN(text=text))
    first, last = (None if part == ".." else parse_point(part) for part in (start, end))
    span = Span(first, last)
    if span.earliest > span.latest:
        raise DateError(Dates.BACKWARDS(text=text))
    return span


def _ambiguous(text: str, first: int, second: int, year: int) -> str:
    readings = [
        (PartialDate(year, month, day).iso, f"{day} {MONTHS[month - 1]}")
        for day, month in dict.fromkeys([(first, second), (second, first)])
        if year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    ]
    match readings:
        case [(iso, words), (other_iso, other_words)]:
            return Dates.AMBIGUOUS(
                text=text, date=iso, words=words, other_date=other_iso, other_words=other_words
            )
        case [(iso, words)]:
            return Dates.NUMERIC(text=text, date=iso, words=words)
    return Dates.NO_SUCH_DAY(text=text)
