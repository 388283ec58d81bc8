"""Keys that a command writes into a record: where they go, and that everything else stays as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dossier.editing.insertion import InsertionError, insert

COPY = "https://web.archive.org/web/2011/http://a.example/?b=1,2#c"
VALUES = {"accessed": "2026-11-26", "archived": COPY}
AFTER = ("url", "date", "accessed")


def inserted(path: Path, content: str, values: dict[str, str] = VALUES) -> str:
    """Write the keys into the record "b" of a file; return its content."""
    path.write_bytes(content.encode())
    insert(path, "b", values, AFTER)
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "# All.\n- id: a\n  url: http://a.example/\n\n- id: b\n  url: http://b.example/ # moved\n",
            "  note: B.\n\n# Others.\n- id: c\n  url: http://c.example/\n",
            id="before the next key",
        ),
        pytest.param(
            "- id: b\n  date: 2011\n  title: B\n  url: 'http://b.example/'\n",
            "  # dated from the context\n  note: B.\n",
            id="before the comment of the next key",
        ),
        pytest.param(
            "- id: b\n  url: http://b.example/\n  date: 2011\n  # never read\n  accessed: 2012\n",
            "\n\n# The end.\n- id: c\n",
            id="before the empty lines and the comment of the next record",
        ),
        pytest.param(
            "- id: b\n  title: >-\n    B and\n    C\n  url: >-\n    http://b.example/\n",
            "\n  note: >-\n    B.\n",
            id="behind a value on the next line",
        ),
        pytest.param("  -  url: http://b.example/\n", "     id: b\n", id="behind the first key"),
        pytest.param("- id: b\n  url: http://b.example/\n", "", id="at the end of the file"),
        pytest.param("---\n- id: b\n  url: http://b.example/\n", "...\n", id="before the mark of the end"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_keys_are_added_on_lines_of_their_own(before: str, after: str, line_end: str, tmp_path: Path) -> None:
    before, after = before.replace("\n", line_end), after.replace("\n", line_end)
    indent = " " * (5 if before.startswith("  -") else 2)
    values = {"archived": COPY} if "accessed" in before else VALUES
    lines = "".join(f"{indent}{key}: {value}{line_end}" for key, value in values.items())
    assert inserted(tmp_path / "sources.yml", before + after, values) == before + lines + after


def test_a_file_may_hold_one_record_and_lack_its_last_line_end(tmp_path: Path) -> None:
    before = "\ufeffid: b\r\ntitle: u\u0308\r\nurl: http://b.example/"
    after = f"\r\naccessed: 2026-11-26\r\narchived: {COPY}\r\n"
    assert inserted(tmp_path / "b.yml", before) == before + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[{id: a, url: http://a.example/}, {id: b, ", "url: 'http://b.example/', note: B} ] # all\n"),
        ("- {id: b, title: B, url: http://b.example/,\n   ", "date: 2011}\n"),
        ("{ ", "url: http://b.example/, id: b }"),
    ],
)
def test_keys_are_added_between_braces(before: str, after: str, tmp_path: Path) -> None:
    added = f'accessed: "2026-11-26", archived: "{COPY}", '
    assert inserted(tmp_path / "sources.yml", before + after) == before + added + after


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- id: a\n  url: http://b.example/\n", "was changed meanwhile; run the command again"),
        (
            "- id: b\n  url: http://b.example/\n  archived: x\n",
            "was changed meanwhile; run the command again",
        ),
        ("- id: b\n  title: B\n", "was changed meanwhile; run the command again"),
        (
            "- id: b\n  url: [a\n",
            "cannot be read: sources.yml:2:8: the bracket that opens here is not closed",
        ),
        ("- id: b\n  id: b\n  url: c\n", 'cannot be read: sources.yml:2:3: the key "id" is used twice'),
        (
            "- id: b\n  title: {url: x}\n  ? url\n  : http://b.example/\n",
            "has the record in an unusual form; add the lines by hand",
        ),
        (
            "- {id: b, title: Fu\u0308nfundfu\u0308nfzig, url: http://b.example/}\n",
            "has the record in an unusual form; add the lines by hand",
        ),
    ],
)
def test_what_cannot_be_added_leaves_the_file_as_it_was(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    with pytest.raises(InsertionError) as caught:
        inserted(path, content)
    assert str(caught.value).startswith(message)
    assert path.read_bytes() == content.encode()


def test_a_file_that_is_gone_is_said_to_be_unwritable(tmp_path: Path) -> None:
    with pytest.raises(InsertionError) as caught:
        insert(tmp_path / "sources.yml", "b", VALUES, AFTER)
    assert str(caught.value) == "cannot be written (No such file or directory); check who may write it"


RECORD = "- id: b\n  url: http://b.example/\n"


def test_whatever_interrupts_the_writing_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        inserted(tmp_path / "sources.yml", RECORD)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"sources.yml": RECORD}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights, and permissions are others")
def test_a_file_keeps_its_permissions_and_a_link_to_it_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "sources.yml", tmp_path / "link.yml"
    path.write_text(RECORD, encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    insert(link, "b", VALUES, AFTER)
    assert link.is_symlink()
    assert (path.stat().st_mode & 0o777, COPY in path.read_text("utf-8")) == (0o640, True)
