"""What is written reads back as what was meant, and what stood in the file stays as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.problems import DataError, Place, Problem
from dossier.reading import UNPRINTABLE, Entry, Mapping, Node, Scalar, Sequence, parse
from dossier.writing import NO_LINES, WIDTH, Home, write

from .test_reading import BOM, simple

PLACE = Place("data/x.yml", 1, 1)

LONG = "A text that is much too long for a line of a file, so that it has to be folded. " * 6

NASTY = [
    *("NO", "on", "null", "~", "010", "12:30", "2007", "2007-07-02", "..", "---", "...", "=", "<<", ">-"),
    *("key: value", "a:b", "a:", ":", "# no comment", "a # b", "a#b", "- x", "-", "-x", "? x", "?"),
    *("'", '"', "it's", '"quoted"', "'quoted'", "\"a\" and 'b'", "\\", "C:\\x", '"\\x"', "back\\slash: '\""),
    *("@home", "`code`", "%x", "!tag", "&name", "*emphasis*", "**strong**", "|", ">", "|x", "[link](area:x)"),
    *("[x]", "[", "]", "{x}", "{{ 7*7 }}", "a, b", ",", "a]", "Дӯшанбе", "😀", "\u00a0", "é: ß", " x", "x "),
    *("a  b", "a\nb", "a\n\n b\n", "\ttab", "a\tb", "\r", "", " ", "x" * 500, f"# {LONG.strip()}", LONG),
    *(LONG.strip(), f"- {LONG.strip()}", f" {LONG}", f"key: {LONG.strip()}", LONG.strip().replace(" ", "  ")),
]


def node(value: Any) -> Node:
    """A value as the reader gives it."""
    match value:
        case dict():
            return record(value)
        case list():
            return Sequence(PLACE, [node(item) for item in value])
    return Scalar(PLACE, value)


def record(values: dict[str, Any]) -> Mapping:
    return Mapping(PLACE, {key: Entry(PLACE, node(value)) for key, value in values.items()})


def value_of(text: str) -> Any:
    """The value of a file in which there must be no problem."""
    problems: list[Problem] = []
    value = simple(parse(text, "data/x.yml", problems.append))
    assert problems == []
    return value


def assert_reads_back(text: str) -> None:
    values = {"id": text, "hosts": [text, {"name": text, "role": text}], "areas": [text, "a"], "z": text}
    for indent in (0, 2):
        assert value_of(write(record(values), indent)) == [values]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_reads_back_wherever_it_stands(text: str) -> None:
    assert_reads_back(text)


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])).filter(
        lambda text: not UNPRINTABLE.search(text)
    )
)
def test_every_text_reads_back(text: str) -> None:
    assert_reads_back(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*NASTY, "word", " ", "\n", ": ", " #"]), max_size=20).map("".join))
def test_every_mixture_reads_back(text: str) -> None:
    assert_reads_back(text)


@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("text", [LONG.strip(), f"key: # {LONG.strip()}"])
def test_long_prose_is_folded_within_the_width(text: str, indent: int) -> None:
    first, *lines = write(record({"text": text}), indent).splitlines()
    assert first == f"{' ' * indent}- text: >-"
    assert all(line.startswith(" " * (indent + 4)) for line in lines)
    assert WIDTH - 10 < max(map(len, lines)) <= WIDTH


def test_a_text_that_just_fits_stays_on_its_line() -> None:
    text = f"{'x ' * 45}xx"
    assert len(f"- title: {text}") == WIDTH + 1
    assert write(record({"title": text[:-1]})) == f"- title: {text[:-1]}\n"
    assert write(record({"title": text})).startswith("- title: >-\n")


def test_a_record_is_laid_out_as_in_the_shipped_files() -> None:
    written = write(
        record(
            {
                "id": "a-visit",
                "title": "NO",
                "date": "2007-07",
                "visitors": [{"name": "Jane Doe", "role": "Minister: of state"}, "NATO experts (one team)"],
                "purpose": f"{'Talks ' * 20}and 'more'.",
                "areas": ["science", "public-information"],
                "note": '"So", said she.',
            }
        )
    )
    assert (
        written
        == """\
- id: a-visit
  title: NO
  date: 2007-07
  visitors:
    - name: Jane Doe
      role: "Minister: of state"
    - NATO experts (one team)
  purpose: >-
    Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks Talks
    Talks Talks Talks Talks and 'more'.
  areas: [science, public-information]
  note: '"So", said she.'
"""
    )


NEW = record({"id": "new", "title": "Д: é"})

LAYOUTS = {
    "as shipped": (b"# Visits\n- id: a\n  title: A\n", b"", b"\n", 0),
    "a blank line at the end": (b"- id: a\n", b"\n\n", b"\n", 0),
    "no line end": (b"- id: a", b"", b"\n", 0),
    "line ends of Windows": (b"- id: a\r\n\r\n- id: b\r\n", b"\r\n# end\r\n", b"\r\n", 0),
    "line ends of Windows, none at the end": (b"- id: a\r\n- id: b", b"", b"\r\n", 0),
    "line ends of old": (b"- id: a\r- id: b\r", b"", b"\r", 0),
    "a mark before the text": (BOM + b"- id: a\n", b"", b"\n", 0),
    "an indented list": (b"# all\n  - id: a\n    # of a\n", b"# end\n", b"\n", 2),
    "a comment at the end": (b"- id: a # of a\n", b"\n# end\n", b"\n", 0),
    "comments of the last entry": (b"- id: a\n  # of a\n  # of a\n", b"# end\n", b"\n", 0),
    "no blank lines": (b"- id: a\n- id: b\n", b"", b"\n", 0),
    "dashes alone": (b"-\n  id: a\n-\n  id: b\n", b"", b"\n", 0),
    "a list in brackets at the end": (b"- id: a\n  areas: [b,\n   c\n   ]\n", b"# end\n", b"\n", 0),
    "entries in brackets": (b"- {id: a}\n- {id: b}\n", b"", b"\n", 0),
    "folded text that looks like a comment": (
        b"- id: a\n  text: >-\n    b\n    # c\n",
        b"\n# end\n",
        b"\n",
        0,
    ),
    "folded text without a line end": (b"- id: a\n  text: >-\n    b\n    # c", b"", b"\n", 0),
    "text that keeps its blank lines": (b"- id: a\n  text: |+\n    - b\n", b"\n\n# end\n", b"\n", 0),
    "text over several lines": (b"- id: a\n  text: b\n    c\n", b"\n", b"\n", 0),
    "quoted text over several lines": (b'- id: a\n  text: "b\n\n  # c"\n', b"\n", b"\n", 0),
    "a repeated value": (b"- &a {id: a}\n- *a\n", b"", b"\n", 0),
    "the end of a document": (b"---\n- id: a\n", b"...\n", b"\n", 0),
}
"""What stands before the new record and after it, the line ends, and the indentation."""

AREAS = {
    "the last key": (b"title: A\nactivities:\n  - id: a\n", b"", b"\n", 2),
    "not indented": (b"title: A\nactivities:\n- id: a\n  text: b\n", b"order: 4\n", b"\n", 0),
    "keys that follow": (b"activities:\n  - id: a\n    text: b\n", b"\n# why\norder: 4\n", b"\n", 2),
    "updates in the last entry": (
        b"activities:\n  - id: a\n    updates:\n      - text: b\n",
        b"x: y\n",
        b"\n",
        2,
    ),
    "keys that follow, of Windows": (b"activities:\r\n    - id: a\r\n", b"order: 4", b"\r\n", 4),
    "a named list": (b"activities: &all\n  # all\n  - id: a\n", b"order: 4\n", b"\n", 2),
}


def put(content: bytes, folder: Path, key: str = "") -> bytes:
    """The content of a file after a record was put into it."""
    path = folder / "x.yml"
    path.write_bytes(content)
    Home(path, "data/x.yml", key).put(NEW)
    return path.read_bytes()


def lines_of(indent: int, line_end: bytes, key: str = "") -> bytes:
    """The lines of the new record, and the blank one before it."""
    pad = " " * indent
    lines = ["", *([key] if key else []), f"{pad}- id: new", f'{pad}  title: "Д: é"', ""]
    return "\n".join(lines).encode().replace(b"\n", line_end)


@pytest.mark.parametrize(("before", "after", "line_end", "indent"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_record_goes_to_the_end_of_its_file(
    before: bytes, after: bytes, line_end: bytes, indent: int, tmp_path: Path
) -> None:
    content = put(before + after, tmp_path)
    if not before.endswith((b"\n", b"\r")):
        before += line_end
    assert content == before + lines_of(indent, line_end) + after
    *_, last = value_of(content.removeprefix(BOM).decode())
    assert last == {"id": "new", "title": "Д: é"}


@pytest.mark.parametrize(("before", "after", "line_end", "indent"), AREAS.values(), ids=AREAS)
def test_a_statement_goes_to_the_end_of_the_list_of_its_area(
    before: bytes, after: bytes, line_end: bytes, indent: int, tmp_path: Path
) -> None:
    content = put(before + after, tmp_path, key="activities")
    assert content == before + lines_of(indent, line_end) + after
    assert value_of(content.decode())["activities"][-1] == {"id": "new", "title": "Д: é"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"name: A\nprimary_source: b\n", b""),
        (b"name: A\nsummary: >-\n  b\n  # c\n", b"\n# end\n"),
        (b"---\nname: A\n", b"...\n"),
    ],
)
def test_a_list_that_is_not_there_yet_gets_its_key(before: bytes, after: bytes, tmp_path: Path) -> None:
    content = put(before + after, tmp_path, key="overview")
    assert content == before + lines_of(2, b"\n", key="overview:") + after
    assert value_of(content.decode())["overview"] == [{"id": "new", "title": "Д: é"}]


@pytest.mark.parametrize(
    ("content", "key", "place"),
    [
        (b"[]\n", "", "1:1"),
        (b"# none\n[{id: a}]\n", "", "2:1"),
        (b"id: a\n", "", "1:1"),
        (b"text\n", "", "1:1"),
        (b"text\n", "overview", "1:1"),
        (b"title: A\nactivities: [{id: a}]\n", "activities", "2:13"),
        (b"activities: [{id: a}]\n", "activities", "1:13"),
        (b"activities: text\n", "activities", "1:13"),
        (b"{name: A}\n", "overview", "1:1"),
    ],
)
def test_what_has_no_lines_for_entries_stays_as_it_is(
    content: bytes, key: str, place: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as caught:
        put(content, tmp_path, key)
    assert str(caught.value) == f"data/x.yml:{place}: {NO_LINES}\n1 problem in 1 file"
    assert (tmp_path / "x.yml").read_bytes() == content


def test_what_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^data/x.yml:2:1: a value cannot start with this character;"):
        put(b"- a: [\n", tmp_path)
    assert (tmp_path / "x.yml").read_bytes() == b"- a: [\n"


def test_a_file_that_is_not_there_yet_gets_its_header(tmp_path: Path) -> None:
    path = tmp_path / "visits" / "more.yml"
    home = Home(path, "data/visits/more.yml", header="# Visits\n")
    assert home.preview(NEW) == write(NEW)
    home.put(NEW)
    assert path.read_bytes() == f"# Visits\n{write(NEW)}".encode()


def test_the_preview_is_what_is_written(tmp_path: Path) -> None:
    content = put(b"activities:\n  - id: a\n", tmp_path, key="activities")
    home = Home(tmp_path / "x.yml", "data/x.yml", "activities")
    assert content == b"activities:\n  - id: a\n\n" + home.preview(NEW).encode()
