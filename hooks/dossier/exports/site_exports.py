"""All exports of a dossier, and how they are written into a folder."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from copy import copy
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ..pages.page_context import SiteContext
from . import bibliography, timeline_calendar
from .export import Export
from .news import changes_file, feeds
from .records import json_files, openapi
from .tables import csv_files, data_package, database

FORMATS: tuple[Callable[[SiteContext], Iterable[Export]], ...] = (
    json_files.list_files,
    openapi.list_files,
    csv_files.list_files,
    data_package.list_files,
    database.list_files,
    bibliography.list_files,
    feeds.list_files,
    changes_file.list_files,
    timeline_calendar.list_files,
)
"""The functions that list the exports of a format, in the order in which the page on the data shows them."""


LONGEST_START = 12_000
"""Bytes."""


class ExportError(Exception):
    """Raised where nothing could be exported; says why."""


class Summary(NamedTuple):
    """What stays in memory of an export."""

    size: int
    """Bytes."""
    start: bytes


class SiteExports(Mapping[str, bytes]):
    """What every export holds, by its URL; each is made when it is asked for, and written in pieces."""

    def __init__(self, site: SiteContext) -> None:
        listed = (*chain.from_iterable(list_files(site) for list_files in FORMATS),)
        self.listed: tuple[Export, ...] = (json_files.index(site, listed), *listed)
        self._exports: MutableMapping[str, Export] = {export.url: export for export in self.listed}
        self._sizes: dict[str, int] = {}
        self._starts: dict[str, bytes] = {}
        self._shown = {*{export.name: export.url for export in reversed(self.listed)}.values()}
        """The URLs of those whose start the page on the data shows: of a series, the first."""

    def plus(self, exports: Iterable[Export]) -> SiteExports:
        """Return these with exports that the page on the data does not list."""
        both = copy(self)
        both._exports = ChainMap({export.url: export for export in exports}, self._exports)
        return both

    def __getitem__(self, url: str) -> bytes:
        return b"".join(self._pieces(url))

    def _pieces(self, url: str) -> Iterator[bytes]:
        """Yield an export in pieces, and keep its summary."""
        size, start = 0, b""
        longest = LONGEST_START if url in self._shown else 0
        for piece in self._exports[url].write():
            size += len(piece)
            start += piece[: longest - len(start)]
            yield piece
        self._sizes[url] = size
        if longest:
            self._starts[url] = start

    def summary(self, url: str) -> Summary:
        """Return what stays in memory of an export, which is made if it has not been yet."""
        if url not in self._sizes:
            self[url]
        return Summary(self._sizes[url], self._starts.get(url, b""))

    def __iter__(self) -> Iterator[str]:
        return iter(self._exports)

    def __len__(self) -> int:
        return len(self._exports)

    def __contains__(self, url: object) -> bool:
        return url in self._exports  # without making it

    def write_folder(self, folder: Path) -> None:
        """Write all exports into a new or an empty folder, or none at all.

        Raises:
            ExportError: if there is something in the folder, or the system refuses.
        """
        try:
            if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
                raise ExportError(f"{folder} is not empty; name a folder that does not exist yet")
            folder.parent.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
                whole = Path(beside, folder.name)
                self.write_all(whole)
                if folder.exists():
                    folder.rmdir()
                whole.rename(folder)
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise ExportError(f"{folder} could not be written: {error.strerror or error}{where}") from None

    def write_all(self, folder: Path) -> None:
        """Write all exports into a folder, each at its URL.

        Raises:
            OSError: if the system refuses.
        """
        for parent in {(folder / url).parent for url in self}:
            parent.mkdir(parents=True, exist_ok=True)
        for url in self:
            with (folder / url).open("wb") as file:
                file.writelines(self._pieces(url))
