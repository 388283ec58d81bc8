"""The data files: which of them there are, and how they become a dossier."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

from . import rules
from .contents import MODELS, Contents, hidden_kinds, read_contents
from .dossier import Dossier, Edition
from .ledger import Ledger
from .messages import Files
from .models import Area
from .problems import DataError, Place

Memory: TypeAlias = dict[Path, Contents]
"""What reading each file gave, so that one that has not changed need not be read again."""

ENDINGS = re.compile(r"(?P<name>(?P<stem>.*?)\.ya?ml)(?P<more>\.\w+)?", re.IGNORECASE)
"""The name of a YAML file, and what may stand behind it."""


def load(data: Path, edition: Edition | None = None, memory: Memory | None = None) -> Dossier:
    """Read and check a folder of data files; a `memory` saves reading what has not changed since.

    Raises:
        DataError: where anything is wrong; it carries every problem of every file.
    """
    folder = _Folder(data, {} if memory is None else memory)
    records = rules.Records(
        partner=folder.partner(),
        areas=tuple(sorted(folder.records("areas"), key=_place_among_areas)),
        milestones=folder.records("milestones"),
        visits=folder.records("visits"),
        sources=folder.records("sources"),
        terms=folder.records("glossary"),
    )
    folder.report_strays()
    folder.forget_others()
    folder.report_no_sources()
    problems = rules.check(records, folder.ledger)
    if records.partner is None or not all(problem.is_warning for problem in problems):
        raise DataError(problems)
    return Dossier(
        partner=records.partner,
        areas=records.areas,
        milestones=records.milestones,
        visits=records.visits,
        sources=records.sources,
        terms=tuple(sorted(records.terms, key=lambda term: term.term.casefold())),
        warnings=tuple(sorted(problems)),
        edition=edition or Edition(),
    )


class _Folder:
    """Reads the files of a data folder into one ledger."""

    def __init__(self, data: Path, memory: Memory) -> None:
        self.data = data
        self.memory = memory
        self.ledger = Ledger()
        self.used: set[Path] = set()

    def name(self, path: Path) -> str:
        return path.relative_to(self.data.parent).as_posix()

    def partner(self) -> Any:
        path = self.data / "partner.yml"
        if not path.is_file():
            self.ledger.add(Place(self.name(path), 1, 1), "partner", Files.NO_PARTNER())
            self.ledger.unread |= hidden_kinds("partner")
            return None
        return next(iter(self.read(path, "partner")), None)

    def records(self, collection: str) -> tuple[Any, ...]:
        """Read `X.yml` and every file below `X/`, in the order of their names; areas have a file each."""
        single = [] if collection == "areas" else [self.data / f"{collection}.yml"]
        paths = [*single, *sorted((self.data / collection).rglob("*.yml"))]
        paths = [path for path in paths if path.is_file() and not path.name.startswith(".")]
        return tuple(record for path in paths for record in self.read(path, collection))

    def read(self, path: Path, collection: str) -> tuple[Any, ...]:
        """Read a file, unless it is known already."""
        self.used.add(path)
        try:
            written = path.read_bytes()
        except OSError:
            self.ledger.add(Place(self.name(path), 1, 1), "", Files.CLOSED())
            self.ledger.unread |= hidden_kinds(collection)
            return ()
        if path not in self.memory or self.memory[path].written != written:
            self.memory[path] = read_contents(written, self.name(path), collection)
        self.ledger.take(self.memory[path].ledger)
        return self.memory[path].records

    def forget_others(self) -> None:
        """Forget the files that are there no longer."""
        for path in self.memory.keys() - self.used:
            del self.memory[path]

    def report_strays(self) -> None:
        """Report the YAML files that nothing reads: most likely their name has a slip."""
        for path in sorted({*self.data.rglob("*.*")} - self.used):
            folder, *inner = path.relative_to(self.data).parts
            stem = self.stem(path, is_schema=bool(inner) and folder == "schema")
            if not stem:
                continue
            collection, message = self.meant(stem)
            if folder in MODELS:
                collection, message = folder, Files.MISNAMED(name=f"{stem}.yml")
            self.ledger.unread |= hidden_kinds(collection) if collection else set()
            self.ledger.unread |= {"area"} if collection == "areas" else set()
            self.ledger.add(Place(self.name(path), 1, 1), "", message)

    def stem(self, path: Path, is_schema: bool) -> str:
        """Return the name of a file that was meant to be read, without its endings, else nothing.

        Notepad adds `.txt` to a name. Another ending behind `.yml` makes a copy, which may lie beside what
        it was copied from.
        """
        found = ENDINGS.fullmatch(path.name)
        if not found or path.name.startswith("."):  # such as what an editor locks a file with
            return ""
        if not found["more"]:
            return found["stem"]
        is_copy = found["more"].lower() != ".txt" and path.with_name(found["name"]).exists()
        return "" if is_copy or is_schema else found["stem"]

    def report_no_sources(self) -> None:
        """Report once that there are no sources, rather than at each place that names one."""
        path = self.data / "sources.yml"
        has_any = "source" in self.ledger.unread or any(name.kind == "source" for name in self.ledger.given)
        if not has_any and not path.exists():
            self.ledger.add(Place(self.name(path), 1, 1), "", Files.NO_SOURCES())
            self.ledger.unread |= hidden_kinds("sources")

    def meant(self, stem: str) -> tuple[str, str]:
        """Guess which collection a file was meant for, and say what to do about it."""
        nearest = get_close_matches(stem.lower(), [*MODELS, "area"], n=1)
        match nearest:
            case []:
                files = ", ".join(f"{name}.yml" for name in MODELS if name != "areas")
                return "", Files.NOT_READ(names=files)
            case ["areas" | "area"]:
                return "areas", Files.AREA_MISPLACED()
        return nearest[0], Files.MISNAMED(name=f"{nearest[0]}.yml")


def _place_among_areas(area: Area) -> tuple[bool, int, str]:
    """Sort by the order that an editor gave, and those without one after them, by title."""
    return (area.order is None, area.order or 0, (area.title or "").casefold())
