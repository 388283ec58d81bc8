"""Problems: one a line, sorted by place, and a last line that counts them."""

from __future__ import annotations

import pytest

from dossier.problems import DataError, Place, Problem, report


def problem(place: str, *, record: str = "", message: str = "wrong", is_warning: bool = False) -> Problem:
    file, line, column = place.split(":")
    return Problem(Place(f"data/{file}.yml", int(line), int(column)), record, message, is_warning)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (problem("a:1:2"), "data/a.yml:1:2: wrong"),
        (problem("a:1:2", record='visit "x"'), 'data/a.yml:1:2: visit "x": wrong'),
        (
            problem("a:1:2", record='visit "x"', is_warning=True),
            'data/a.yml:1:2: warning: visit "x": wrong',
        ),
        (problem("a:1:2", message="two\r\nlines\u2028more"), "data/a.yml:1:2: two lines more"),
    ],
)
def test_a_problem_is_one_line(found: Problem, text: str) -> None:
    assert str(found) == text


def test_problems_are_sorted_by_place() -> None:
    places = ["a:2:1", "a:2:10", "a:10:1", "b:1:1"]
    error = DataError(problem(place) for place in reversed(places))
    assert str(error).splitlines() == [
        *(
            "data/a.yml:2:1: wrong",
            "data/a.yml:2:10: wrong",
            "data/a.yml:10:1: wrong",
            "data/b.yml:1:1: wrong",
        ),
        "4 problems in 2 files",
    ]


@pytest.mark.parametrize(
    ("errors", "warnings", "total"),
    [
        (1, 0, "1 problem in 1 file"),
        (2, 0, "2 problems in 1 file"),
        (0, 1, "1 warning in 1 file"),
        (0, 2, "2 warnings in 1 file"),
        (1, 1, "1 problem and 1 warning in 2 files"),
        (1234, 2, "1,234 problems and 2 warnings in 2 files"),
    ],
)
def test_the_last_line_counts(errors: int, warnings: int, total: str) -> None:
    problems = [problem("a:1:1")] * errors + [problem("b:1:1", is_warning=True)] * warnings
    assert report(problems).splitlines()[-1] == total
