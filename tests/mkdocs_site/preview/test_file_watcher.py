"""Which changes are noticed, and what watching costs."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from watchdog.events import FileSystemEvent

from mkdocs_site.preview.file_watcher import INTERVAL, FileWatcher, Watch, take_snapshot

PATIENCE = 20
"""Seconds until a change counts as missed."""


class Recorder:
    """Takes down what it is told."""

    def __init__(self) -> None:
        self.events: Queue[FileSystemEvent] = Queue()
        self.on_any_event = self.events.put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file in a folder, and links to elsewhere, to nothing and in a circle."""
    (tmp_path / "elsewhere.md").write_text("one")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/page.md").write_text("one")
    folder = tmp_path / "docs"
    (folder / "areas").mkdir(parents=True)
    (folder / "areas/science.md").write_text("one")
    (folder / "link.md").symlink_to(tmp_path / "elsewhere.md")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "nowhere.md").symlink_to("nothing.md")
    (folder / "areas/circle").symlink_to(folder)
    return folder


@pytest.fixture
def recorder(folder: Path) -> Iterator[Recorder]:
    """Who is told of its changes."""
    recorder = Recorder()
    watcher = FileWatcher({})
    watcher.schedule(recorder, str(folder), recursive=True)
    watcher.start()
    yield recorder
    watcher.stop()
    watcher.join(PATIENCE)


def replace_by_like(file: Path) -> None:
    """Put another file of the same length and time in the place of a file."""
    status = file.stat()
    like = file.with_name("like")
    like.write_text("two")
    os.utime(like, ns=(status.st_atime_ns, status.st_mtime_ns))
    like.replace(file)


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "areas/science.md").write_text("two"),
    lambda folder: (folder / "areas/science.md").unlink(),
    lambda folder: (folder / "areas/new.md").write_text(""),
    lambda folder: (folder / "areas/new").mkdir(),
    lambda folder: (folder / "areas/science.md").chmod(0o400),
    lambda folder: replace_by_like(folder / "areas/science.md"),
    lambda folder: (folder / "link.md").resolve().write_text("two"),
    lambda folder: (folder / "link.md").resolve().unlink(),
    lambda folder: (folder / "linked/page.md").write_text("two"),
    lambda folder: (folder / "nowhere.md").unlink(),
    lambda folder: (folder / "nothing.md").write_text(""),
    lambda folder: shutil.rmtree(folder),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(folder: Path, recorder: Recorder, change: Callable[[Path], object]) -> None:
    change(folder)
    assert recorder.events.get(timeout=PATIENCE).src_path == str(folder)


def test_a_folder_may_come_back(folder: Path, recorder: Recorder) -> None:
    away = folder.rename(folder.with_name("away"))
    assert recorder.events.get(timeout=PATIENCE)
    away.rename(folder)
    assert recorder.events.get(timeout=PATIENCE)


def test_what_has_changed_before_is_noticed_too(folder: Path) -> None:
    seen = {str(folder): take_snapshot(str(folder))}
    (folder / "areas/science.md").write_text("two")
    recorder = Recorder()
    watcher = FileWatcher(seen)
    watcher.schedule(recorder, str(folder), recursive=True)
    watcher.start()
    assert recorder.events.get(timeout=PATIENCE)
    watcher.stop()


def test_it_rests_the_longer_the_more_there_is_to_look_at_unless_an_editor_is_at_work(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.png").touch()
    watch = Watch(str(tmp_path), Recorder(), take_snapshot(str(tmp_path)))
    start = time.thread_time()
    watch.look()
    taken = time.thread_time() - start
    assert watch.next_look - time.monotonic() > 30 * taken
    (tmp_path / "0.png").write_text("new")
    watch.look()
    assert watch.next_look - time.monotonic() <= INTERVAL
