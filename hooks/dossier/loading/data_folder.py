"""The data folder: find its files, read them and make a dossier of them."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from ..model.dataset import Dossier
from ..model.kinds import KINDS, Kind, Layout, RecordSet
from ..model.record import Record
from ..model.records import Source
from ..model.registry import Registry
from ..problems.file_messages import Files
from ..problems.problem import DataError, Place
from . import rules
from .data_file import DataFile, read_data_file
from .edited_file import reread
from .folder import list_files

FileCache: TypeAlias = dict[Path, DataFile]
"""What was read from each file, so that unchanged files need not be read again."""

ENDINGS = re.compile(r"(?P<name>(?P<stem>.*?)\.ya?ml)(?P<more>\.\w+)?", re.IGNORECASE)
"""Matches the name of a YAML file, and a further ending."""


def load(
    data: Path,
    today: date | None = None,
    cache: FileCache | None = None,
    kinds: tuple[Kind, ...] = KINDS,
    *,
    strict_sources: bool = False,
) -> Dossier:
    """Read and check a folder of data files; a `cache` saves reading unchanged files again.

    With `strict_sources`, a source without an archived copy is a warning.

    Raises:
        DataError: if anything is wrong; it has every problem of every file.
    """
    folder = _Folder(data, {} if cache is None else cache, kinds)
    records = RecordSet(kinds, {kind.collection: folder.records(kind) for kind in kinds if kind.collection})
    folder.report_obstacles()
    folder.report_strays()
    folder.forget_others()
    folder.report_no_sources()
    problems = rules.check(records, folder.registry, rules.STRICT_RULES if strict_sources else rules.RULES)
    if not all(problem.is_warning for problem in problems):
        raise DataError(problems)
    return Dossier(records, tuple(sorted(problems)), today or date.today())


class _Folder:
    """Reads the files of a data folder into one registry."""

    def __init__(self, data: Path, cache: FileCache, kinds: tuple[Kind, ...]) -> None:
        self.data = data
        self.cache = cache
        self.kinds = {kind.collection: kind for kind in kinds if kind.collection}
        self.registry = Registry()
        self.obstacles = dict(list_files(data))
        """All files, each with why it cannot be read, or nothing."""
        self.used: set[Path] = set()

    def name(self, path: Path) -> str:
        return path.relative_to(self.data.parent).as_posix()

    def records(self, kind: Kind) -> list[Record]:
        """Read `X.yml` and every file below `X/`, in the order of their names, as the kind is laid out."""
        own = self.data / f"{kind.collection}.yml"
        paths = [] if kind.layout is Layout.FILE_EACH else [own]
        if kind.layout is not Layout.ONE_FILE:
            inside = (self.data / kind.collection).parts
            paths += [
                path
                for path in self.obstacles
                if path.suffix == ".yml" and path.parts[: len(inside)] == inside
            ]
        elif own not in self.obstacles:
            self.registry.add(Place(self.name(own), 1, 1), kind.noun, Files.NO_PARTNER())
            self.registry.incomplete_kinds |= kind.kinds_within
        readable = [path for path in paths if self.obstacles.get(path) == ""]
        return [record for path in readable for record in self.read(path, kind)]

    def read(self, path: Path, kind: Kind) -> tuple[Record, ...]:
        """Read a file, unless it is unchanged."""
        self.used.add(path)
        try:
            written = path.read_bytes()
        except OSError:
            self.report(path, Files.CLOSED(), kind)
            return ()
        name, earlier = self.name(path), self.cache.get(path)
        if earlier is None or earlier.written != written:
            edited = reread(earlier, written, name, kind) if earlier else None
            self.cache[path] = edited or read_data_file(written, name, kind)
        self.registry.merge(self.cache[path].registry)
        return self.cache[path].records

    def report(self, path: Path, message: str, kind: Kind | None = None) -> None:
        """Report a file that is not read, and that records of a kind may be missing."""
        self.registry.add(Place(self.name(path), 1, 1), "", message)
        if kind:
            self.registry.incomplete_kinds |= kind.kinds_within | {kind.noun}

    def report_obstacles(self) -> None:
        """Report what cannot be read."""
        for path, obstacle in self.obstacles.items():
            if obstacle:
                first = path.relative_to(self.data).parts[:1]
                self.report(path, obstacle, self.kinds.get("".join(first).removesuffix(".yml")))

    def forget_others(self) -> None:
        """Forget the files that no longer exist."""
        for path in self.cache.keys() - self.used:
            del self.cache[path]

    def report_strays(self) -> None:
        """Report the YAML files that nothing reads: most likely their name has a slip."""
        for path, obstacle in self.obstacles.items():
            if obstacle or path in self.used:
                continue
            folder, *inner = path.relative_to(self.data).parts
            stem = self.stem(path, is_schema=bool(inner) and folder == "schema")
            if not stem:
                continue
            collection, message = self.meant(stem)
            if folder in self.kinds:
                collection, message = folder, Files.MISNAMED(name=f"{stem}.yml")
            self.report(path, message, self.kinds.get(collection))

    def stem(self, path: Path, is_schema: bool) -> str:
        """Return the name, without endings, of a file that was probably meant to be read; else an empty text.

        Notepad adds `.txt` to a name. Another ending after `.yml` is that of a copy, which may be
        beside its original.
        """
        found = ENDINGS.fullmatch(path.name)
        if not found:
            return ""
        if not found["more"]:
            return found["stem"]
        is_copy = found["more"].lower() != ".txt" and path.with_name(found["name"]).exists()
        return "" if is_copy or is_schema else found["stem"]

    def report_no_sources(self) -> None:
        """Report once that there are no sources, rather than at each place that names one."""
        path = self.data / "sources.yml"
        has_any = Source.noun in self.registry.incomplete_kinds or any(
            use.kind == Source.noun for use in self.registry.defined
        )
        if not has_any and not path.exists():
            self.registry.add(Place(self.name(path), 1, 1), "", Files.NO_SOURCES())
            self.registry.incomplete_kinds |= {Source.noun}

    def meant(self, stem: str) -> tuple[str, str]:
        """Guess which collection a file was meant for, and say what to do about it."""
        separate = {
            name: kind.collection
            for kind in self.kinds.values()
            if kind.layout is Layout.FILE_EACH
            for name in (kind.collection, kind.noun)
        }
        match get_close_matches(stem.lower(), [*self.kinds, *separate], n=1):
            case []:
                names = (name for name in self.kinds if name not in separate)
                return "", Files.NOT_READ(names=", ".join(f"{name}.yml" for name in names))
            case [nearest] if nearest in separate:
                return separate[nearest], Files.AREA_MISPLACED()
            case [nearest]:
                return nearest, Files.MISNAMED(name=f"{nearest}.yml")
        raise AssertionError("there is at most one nearest name")
