"""Poll files, so that a folder may be deleted and created anew."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from threading import Event, Thread
from typing import Any, TypeAlias

from watchdog.events import FileModifiedEvent

Snapshot: TypeAlias = dict[str, tuple[int, ...]]
"""What tells a changed file or folder from an unchanged one, by its path."""

INTERVAL = 0.02
"""Seconds between two looks at the same files, at the least."""

REST = 40
"""How many times as long as a look takes the pause after it is: watching takes 2.5 % of a core at most."""


def take_snapshot(path: str) -> Snapshot:
    """Look at a file, or at a folder and all that is in it; what is not there is left out.

    A link counts as what it leads to, or for itself where that is not there.
    """
    snapshot: Snapshot = {}
    folders = set()
    waiting = [path]
    while waiting:
        path = waiting.pop()
        try:
            status = _status(path)
            identity = (status.st_dev, status.st_ino)
            if not stat.S_ISDIR(status.st_mode):
                snapshot[path] = (*identity, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
                continue
            snapshot[path] = identity  # the time of a folder says no more than the files in it
            if identity not in folders:  # a link may lead to a folder that it is in
                folders.add(identity)
                waiting += [entry.path for entry in os.scandir(path)]
        except OSError:  # it went away meanwhile, or may not be read
            continue
    return snapshot


def _status(path: str) -> os.stat_result:
    try:
        return os.stat(path)  # noqa: PTH116, for thousands of files, making paths takes most of a look
    except OSError:
        return os.lstat(path)


class Watch:
    """A file or folder that is watched, with the handler of its changes."""

    def __init__(self, path: str, handler: Any, seen: Snapshot) -> None:
        self.path = path
        self.handler = handler
        self.seen = seen
        self.next_look = time.monotonic()

    def look(self) -> None:
        """Look whether anything has changed, and say when to look again: soon, if an editor is at work."""
        start = time.thread_time()
        found = take_snapshot(self.path)
        pause = INTERVAL
        if found != self.seen:
            self.seen = found
            self.handler.on_any_event(FileModifiedEvent(self.path))
        else:
            pause = max(INTERVAL, REST * (time.thread_time() - start))
        self.next_look = time.monotonic() + pause


class FileWatcher(Thread):
    """Stands in for the observer of MkDocs' server, which gives up a folder once it is deleted."""

    def __init__(self, seen: Mapping[str, Snapshot]) -> None:
        """Take the snapshots since which changes are to be noticed; of other paths, those from now on are."""
        super().__init__(daemon=True)
        self._seen = seen
        self._watches: list[Watch] = []
        self._is_over = Event()

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> Watch:  # noqa: ARG002
        """Tell a handler that something at or below a path has changed; folders are watched as a whole."""
        seen = self._seen.get(path)
        watch = Watch(path, handler, take_snapshot(path) if seen is None else seen)
        self._watches.append(watch)
        return watch

    def unschedule(self, watch: Watch) -> None:
        """Watch a path no longer."""
        self._watches.remove(watch)

    def run(self) -> None:
        """Look until told to stop."""
        while not self._is_over.wait(INTERVAL):
            for watch in [*self._watches]:
                if watch.next_look <= time.monotonic():
                    watch.look()

    def stop(self) -> None:
        """Look no longer."""
        self._is_over.set()
