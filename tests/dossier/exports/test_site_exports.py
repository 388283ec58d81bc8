"""The command that exports the record: everything into a new folder, or a sentence and nothing."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.exports.export import Export
from dossier.exports.site_exports import SiteExports
from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext

from ...benchmark.country import Country
from ...websites import contents


def export(data: Path, *arguments: str) -> int:
    return main(["export", *arguments, "--data", str(data)])


def read(data: Path, folder: Path) -> dict[str, bytes]:
    """Export a record, and read what was written."""
    assert export(data, str(folder), "--address", "https://example.org/ruritania/") == 0
    return contents(folder)


@contextmanager
def traced() -> Iterator[Callable[[], int]]:
    """Trace memory; what is yielded returns the most bytes that were taken at a time."""
    tracemalloc.start()
    try:
        yield lambda: peak
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()


def test_everything_is_written_into_a_new_folder(
    good_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "folder"
    assert export(good_data, str(folder)) == 0
    files = contents(folder).keys()
    assert files > {*SiteExports(SiteContext(load(good_data)))}  # the Markdown of the pages is there too
    assert capsys.readouterr().out == f"{folder}: {len(files)} files\n"


def test_an_empty_folder_is_filled(good_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert export(good_data, str(folder)) == 0
    assert any(folder.iterdir())


def test_two_exports_are_alike_and_have_the_given_address(good_data: Path, tmp_path: Path) -> None:
    one, other = (read(good_data, tmp_path / name) for name in ("one", "other"))
    assert one == other
    assert b"https://example.org/ruritania/areas/science/#river-study" in one["data/statements.csv"]


def test_a_folder_has_to_be_named(good_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(good_data) == 1
    assert capsys.readouterr().out == (
        "name a folder that does not exist yet, as in: python -m dossier export DIR\n"
    )


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_is_there_stays(
    good_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], is_folder: bool
) -> None:
    there = tmp_path / "there"
    file = there / "file" if is_folder else there
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    assert export(good_data, str(there)) == 1
    assert capsys.readouterr().out == f"{there} is not empty; name a folder that does not exist yet\n"
    assert file.read_text() == "mine"


def test_nothing_is_left_where_the_system_refuses(
    good_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "folder"
    assert export(good_data, str(folder)) == 1
    assert capsys.readouterr().out == f"{folder} could not be written: File exists ({folder.parent})\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "file"]


def test_bad_data_are_not_exported(
    good_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (good_data / "visits.yml").write_text("- id: [")
    assert export(good_data, str(tmp_path / "folder")) == 1
    assert "1 problem" in capsys.readouterr().out
    assert not (tmp_path / "folder").exists()


def test_a_file_is_written_while_it_is_made(good_data: Path, tmp_path: Path) -> None:
    number, length = 100, 50_000
    long = Export("long", "text/plain", "A long file.", lambda: map(bytes, repeat(length, number)))
    exports = SiteExports(SiteContext(load(good_data))).plus([long])
    exports.write_folder(tmp_path / "first")  # what is worked out once stays in memory
    with traced() as peak:
        exports.write_folder(tmp_path / "second")
    assert (tmp_path / "second" / "long").stat().st_size == number * length
    assert peak() < number * length / 2


def test_no_long_file_is_ever_held_whole(tmp_path: Path) -> None:
    Country(areas=20, milestones=600, visits=300).write(tmp_path)
    exports = SiteExports(SiteContext(load(tmp_path)))
    long = {export for export in exports.listed if len(exports[export.url]) > 250_000}
    assert {export.name for export in long} >= {
        *("dossier.json", "dossier.sqlite", "changes.json", "timeline.ics"),
    }
    for export in long:
        with traced() as peak:
            size = sum(map(len, export.write()))
        assert peak() < size / 2, export.name
