"""What lies in a data folder beside data: left by editors, linked, or no file at all."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from dossier.loading.data_folder import load
from dossier.problems.problem import MOST_READ, DataError, Excerpts, Place

WITHDRAWN = "{id: withdrawn, date: 2010, title: A withdrawn claim}\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights, and there are no pipes")


def problems(data: Path) -> list[str]:
    """What the check says, a line for each problem."""
    with pytest.raises(DataError) as caught:
        load(data)
    return str(caught.value).splitlines()[:-1]


@pytest.mark.parametrize(
    "name",
    [
        ".ipynb_checkpoints/2010-checkpoint.yml",
        "milestones/.ipynb_checkpoints/2010-checkpoint.yml",
        "areas/.obsidian/templates/area.yml",
        "._milestones.yml",
        "milestones/._2010.yml",
        "milestones/2010.yml~",
        "milestones/#2010.yml#",
        "milestones~/2010.yml",
    ],
)
def test_what_editors_leave_behind_is_neither_read_nor_reported(name: str, good_data: Path) -> None:
    (good_data / name).parent.mkdir(parents=True, exist_ok=True)
    (good_data / name).write_text(WITHDRAWN, encoding="utf-8")
    dossier = load(good_data)
    assert "withdrawn" not in {milestone.id for milestone in dossier.milestones}
    assert dossier.warnings == ()


def test_a_lock_leads_nowhere_and_is_not_reported(good_data: Path) -> None:
    (good_data / "milestones" / ".#2010.yml").parent.mkdir()
    (good_data / "milestones" / ".#2010.yml").symlink_to("editor@machine.1234")
    assert load(good_data).warnings == ()


def test_a_linked_file_is_read(good_data: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text(WITHDRAWN, encoding="utf-8")
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "2010.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert "withdrawn" in {milestone.id for milestone in load(good_data).milestones}


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        ("milestones/shared", "../../elsewhere", "this is a link to a folder"),
        ("milestones/shared.yml", "../../elsewhere", "this is a link to a folder"),
        ("milestones/circle", "..", "this is a link to a folder"),
        ("circle", ".", "this is a link to a folder"),
        ("milestones/2010.yml", "nowhere.yml", "this link leads to no file"),
        ("milestones/2010.yml", "2010.yml", "this link leads to no file"),
        ("milestones/2010.yml", "/dev/null", "this is a device"),
    ],
)
def test_a_link_that_is_not_followed_is_a_problem(
    name: str, target: str, message: str, good_data: Path
) -> None:
    (good_data.parent / "elsewhere").mkdir()
    (good_data / "milestones").mkdir()
    (good_data / name).symlink_to(target)
    (line,) = problems(good_data)
    assert line.startswith(f"data/{name}:1:1: {message}")


def test_a_link_that_leads_nowhere_hides_no_other_mistake(good_data: Path) -> None:
    (good_data / "partner.yml").unlink()
    (good_data / "partner.yml").symlink_to("nowhere.yml")
    (good_data / "areas" / "science.yml").unlink()
    (good_data / "areas" / "science.yml").symlink_to("nowhere.yml")
    lines = problems(good_data)
    assert [line.partition(":")[0] for line in lines] == ["data/areas/science.yml", "data/partner.yml"]


def test_what_is_no_file_is_never_opened(good_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(good_data / "visits" / "pipe.yml")
    monkeypatch.chdir(good_data / "visits")  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.yml")
        assert problems(good_data) == [
            "data/visits/pipe.yml:1:1: this is a pipe with the name of a file; rename it, or delete it",
            "data/visits/socket.yml:1:1: this is a socket with the name of a file; rename it, or delete it",
        ]
    assert Excerpts(good_data.parent).at(Place("data/visits/pipe.yml", 1, 1)) is None


def test_a_file_is_refused_for_its_size_before_it_is_read(good_data: Path) -> None:
    with (good_data / "milestones.yml").open("ab") as file:
        file.truncate(100 * MOST_READ)  # takes no room on the disk
    assert problems(good_data) == [
        "data/milestones.yml:1:1: this file is larger than 8 MB; divide it into several files"
    ]
    assert Excerpts(good_data.parent).at(Place("data/milestones.yml", 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.yml", r"caf\udce9.yml"),
        (b"two\n::error::lines.yml", r"two\n::error::lines.yml"),
        (b"\x1b]0;title\x07.yml", r"\x1b]0;title\x07.yml"),
    ],
)
def test_a_name_that_cannot_be_shown_is_shown_with_escapes(name: bytes, shown: str, good_data: Path) -> None:
    path = os.fsencode(good_data / "visits") + b"/" + name
    try:
        Path(os.fsdecode(path)).write_text(WITHDRAWN, encoding="utf-8")
    except OSError:
        pytest.skip("the file system has no such names")
    (line,) = problems(good_data)
    assert line == (
        f"data/visits/{shown}:1:1: the name of this file has a character that cannot be shown;"
        " rename the file"
    )
