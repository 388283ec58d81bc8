"""Poll files, so that a folder may be deleted and created anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeAlias

from watchdog.events import FileModifiedEvent

Snapshot: TypeAlias = dict[Path, tuple[int, int]]
"""When each file changed last, in nanoseconds, and how long it is, in bytes."""

INTERVAL = 0.05
"""Seconds between two looks."""


def take_snapshot(paths: Iterable[Path]) -> Snapshot:
    """Look at files, and at all files in folders; what is not there, or goes away meanwhile, is left out."""
    files = [*paths]
    for path in [*files]:
        files += [Path(folder, name) for folder, _, names in os.walk(path) for name in names]
    snapshot = {}
    for file in files:
        with suppress(OSError):
            status = file.stat()
            snapshot[file] = (status.st_mtime_ns, status.st_size)
    return snapshot


class FileWatcher(Thread):
    """Stands in for the observer of MkDocs' server, which gives up a folder once it is deleted."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._handlers: dict[Path, Any] = {}
        self._seen: dict[Path, Snapshot] = {}
        self._is_over = Event()

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> Path:  # noqa: ARG002
        """Tell a handler of what changes below a path from now on; folders are always watched as a whole."""
        watch = Path(path)
        self._seen[watch] = take_snapshot([watch])
        self._handlers[watch] = handler
        return watch

    def unschedule(self, watch: Path) -> None:
        """Watch a path no longer."""
        self._handlers.pop(watch)

    def run(self) -> None:
        """Look until told to stop."""
        while not self._is_over.wait(INTERVAL):
            for watch, handler in [*self._handlers.items()]:
                found = take_snapshot([watch])
                if found != self._seen[watch]:
                    self._seen[watch] = found
                    handler.on_any_event(FileModifiedEvent(os.fspath(watch)))

    def stop(self) -> None:
        """Look no longer."""
        self._is_over.set()
