"""Problems: one a line, sorted by place, and a last line that counts them; as GitHub and a page show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.problems.problem import DataError, Excerpts, Place, Problem, annotate, report


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
        (problem("two  spaces:1:2"), "data/two  spaces.yml:1:2: wrong"),
        (problem("\n\x1b[2J\udce9\u202e:1:2"), r"data/\n\x1b[2J\udce9\u202e.yml:1:2: wrong"),
        (problem("a:1:2", message='"\x1b[2J\u200bé"'), 'data/a.yml:1:2: "\\x1b[2J\u200bé"'),
        (problem("##[error]:1:2", message="##[group]"), r"data/#\x23[error].yml:1:2: #\x23[group]"),
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
    assert annotate(problems).splitlines()[-1] == total


@pytest.mark.parametrize(
    ("found", "command"),
    [
        (problem("a:1:2"), "::error file=data/a.yml,line=1,col=2::wrong"),
        (problem("a:14:5", record='visit "x"'), '::error file=data/a.yml,line=14,col=5::visit "x": wrong'),
        (problem("a:1:2", is_warning=True), "::warning file=data/a.yml,line=1,col=2::wrong"),
        (problem("a,b:1:2"), "::error file=data/a%2Cb.yml,line=1,col=2::wrong"),
        (
            Problem(Place("data/100%\r\n::, x.yml", 1, 2), "", "wrong"),
            r"::error file=data/100%25\r\n%3A%3A%2C x.yml,line=1,col=2::wrong",
        ),
        (
            problem("a:1:2", message='"%0A::error::" is wrong; write 5 %, or: 5'),
            '::error file=data/a.yml,line=1,col=2::"%250A::error::" is wrong; write 5 %25, or: 5',
        ),
        (
            problem("a:1:2", message="two\r\nlines\u2028more"),
            "::error file=data/a.yml,line=1,col=2::two lines more",
        ),
    ],
)
def test_github_shows_a_problem_beside_its_line(found: Problem, command: str) -> None:
    assert annotate([found]).splitlines()[0] == command


def lines_at(folder: Path, content: bytes, line: int, column: int) -> list[str]:
    """The excerpt of a file with this content."""
    (folder / "x.yml").write_bytes(content)
    found = Excerpts(folder).at(Place("x.yml", line, column))
    assert found is not None
    return found.split("\n")


@pytest.mark.parametrize(
    ("content", "line", "column", "shown"),
    [
        (b"a: b\nc: d\n", 1, 1, ["a: b", "^"]),
        (b"a: b\nc: d\n", 2, 4, ["c: d", "   ^"]),
        (b"a: b\r\nc: d\r\n", 2, 4, ["c: d", "   ^"]),
        (b"a: b\rc: d\r", 2, 4, ["c: d", "   ^"]),
        ("a: \u2028\x85b\n".encode(), 1, 6, ["a: \u2028\x85b", "     ^"]),
        (b"\ta\tb: c\n", 1, 4, ["\ta\tb: c", "\t \t^"]),
        ("é😀: x".encode(), 1, 5, ["é😀: x", "    ^"]),
        (b"\xef\xbb\xbfa: b\n", 1, 4, ["a: b", "   ^"]),
        (b"a: Stra\xdfe\n", 1, 8, ["a: Stra\ufffde", "       ^"]),
        (b"a: b\n", 1, 99, ["a: b", "    ^"]),
        (b"a: b\n", 2, 1, ["", "^"]),
    ],
)
def test_an_excerpt_points_at_the_place(
    content: bytes, line: int, column: int, shown: list[str], tmp_path: Path
) -> None:
    assert lines_at(tmp_path, content, line, column) == shown


@pytest.mark.parametrize(
    ("length", "column", "is_cut_before", "is_cut_after"),
    [
        (118, 118, False, False),
        (118, 119, False, False),
        (119, 1, False, True),
        (119, 119, True, False),
        (1000, 1, False, True),
        (1000, 60, False, True),
        (1000, 61, True, True),
        (1000, 500, True, True),
        (1000, 1000, True, False),
        (1000, 1001, True, False),
        (1000, 5000, True, False),
    ],
)
def test_a_long_line_is_cut_around_the_place(
    length: int, column: int, is_cut_before: bool, is_cut_after: bool, tmp_path: Path
) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(length))
    shown, caret = lines_at(tmp_path, line.encode(), 1, column)
    assert (shown[0] == "…", shown[-1] == "…") == (is_cut_before, is_cut_after)
    assert shown.strip("…") in line
    assert len(shown) == 118
    assert caret == " " * (len(caret) - 1) + "^"
    assert (shown + "\n")[len(caret) - 1] == (line + "\n")[min(column - 1, length)]


def test_a_caret_is_right_after_a_cut_with_tabs(tmp_path: Path) -> None:
    shown, caret = lines_at(tmp_path, b"\t" * 300, 1, 200)
    assert (shown, caret) == ("…" + "\t" * 116 + "…", " " + "\t" * 58 + "^")


@pytest.mark.parametrize(("file", "line"), [("y.yml", 1), (".", 1), ("x.yml/y", 1), ("x.yml", 3)])
def test_there_is_no_excerpt_of_what_is_gone(file: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: b\n", encoding="utf-8")
    assert Excerpts(tmp_path).at(Place(file, line, 1)) is None


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_there_is_no_excerpt_of_an_empty_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(content)
    assert Excerpts(tmp_path).at(Place("x.yml", 1, 1)) is None
