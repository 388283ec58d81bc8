"""The data files: which of them hold what, and how they become a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TypeGuard, TypeVar

from . import rules
from .dossier import Dossier
from .fields import KEBAB_CASE, kebab_case
from .ledger import Ledger, Name
from .messages import Files, Values
from .models import Area, Milestone, Partner, Source, Term, Visit
from .problems import DataError, Place
from .reading import Mapping, Node, Scalar, Sequence, UnreadableError, in_words, read
from .records import Record

R = TypeVar("R", bound=Record)

COLLECTIONS = ("areas", "milestones", "visits", "sources", "glossary")

KINDS = {
    "partner": {"statement"},
    "areas": {"statement"},
    "milestones": {"milestone"},
    "visits": {"visit"},
    "sources": {"source"},
    "glossary": {"term"},
}
"""The kinds of records that a file may hold."""

EXAMPLES = {
    "partner": "name: Ruritania",
    "areas": "title: Science",
    "milestones": "id: summit-2024",
    "visits": "id: summit-2024",
    "sources": "id: nato-2024",
    "glossary": "term: NATO",
}
"""What the first line of a record may be."""


def load(data: Path, repository: str = "") -> Dossier:
    """Read and check a folder of data files; `repository` is the address below which they can be edited.

    Raises:
        DataError: where anything is wrong; it carries every problem of every file.
    """
    folder = _Folder(data)
    records = rules.Records(
        partner=folder.partner(),
        areas=tuple(folder.areas()),
        milestones=tuple(folder.records("milestones", Milestone)),
        visits=tuple(folder.records("visits", Visit)),
        sources=tuple(folder.records("sources", Source)),
        terms=tuple(folder.records("glossary", Term)),
    )
    folder.report_strays()
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
        repository=repository,
    )


class _Folder:
    """Reads the files of a data folder into one ledger."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.ledger = Ledger()
        self.used: set[Path] = set()

    def name(self, path: Path) -> str:
        return path.relative_to(self.data.parent).as_posix()

    def files(self, collection: str) -> list[Path]:
        """List `X.yml` and every file below `X/`, in the order of their names."""
        single = self.data / f"{collection}.yml"
        return [path for path in (single, *sorted((self.data / collection).rglob("*.yml"))) if path.is_file()]

    def read(self, path: Path, collection: str) -> Node | None:
        self.used.add(path)
        try:
            return read(path, self.name(path), self.ledger.problems.append)
        except UnreadableError as error:
            self.ledger.problems.append(error.problem)
            self.ledger.unread |= KINDS.get(collection, set())
            return None

    def partner(self) -> Partner | None:
        path = self.data / "partner.yml"
        if not path.is_file():
            self.ledger.add(Place(self.name(path), 1, 1), "partner", Files.NO_PARTNER())
            self.ledger.unread |= KINDS["partner"]
            return None
        node = self.read(path, "partner")
        return Partner.read(node, "partner", self.ledger) if self.is_record(node, "partner") else None

    def areas(self) -> Iterator[Area]:
        """Read the areas, one a file, in the order in which pages list them."""
        paths = sorted((self.data / "areas").rglob("*.yml"))
        areas = [area for path in paths if (area := self.area(path))]
        return iter(sorted(areas, key=_place_among_areas))

    def area(self, path: Path) -> Area | None:
        label, place = f'area "{path.stem}"', Place(self.name(path), 1, 1)
        self.ledger.given.append(Name("area", path.stem, label, place))
        if not KEBAB_CASE.fullmatch(path.stem):
            better = f"{kebab_case(path.stem) or 'science'}.yml"
            self.ledger.add(place, label, Files.BAD_NAME(name=path.stem, example=better))
        node = self.read(path, "areas")
        return Area.read(node, label, self.ledger, id=path.stem) if self.is_record(node, "areas") else None

    def records(self, collection: str, model: type[R]) -> Iterator[R]:
        """Read the records of a collection; each of its files holds one record or a list of them."""
        for path in self.files(collection):
            node = self.read(path, collection)
            for item in node.items if isinstance(node, Sequence) else [node]:
                if self.is_record(item, collection):
                    yield model.read(item, model.describe(item), self.ledger)

    def is_record(self, node: Node | None, collection: str) -> TypeGuard[Mapping]:
        if isinstance(node, Scalar | Sequence):
            found = "empty" if isinstance(node, Scalar) and not node.text.strip() else in_words(node)
            example = EXAMPLES[collection]
            message = Values.NOT_A_GROUP(subject="a record", found=found, example=example)
            self.ledger.add(node.place, "", message)
            self.ledger.unread |= KINDS.get(collection, set())
        return isinstance(node, Mapping)

    def report_strays(self) -> None:
        """Report the YAML files that nothing reads: most likely their name has a slip."""
        files = {path for path in self.data.rglob("*.*") if path.suffix.lower() in (".yml", ".yaml")}
        for path in sorted(files - self.used):
            folder, *_ = path.relative_to(self.data).parts
            collection, message = self.meant(path)
            if folder in COLLECTIONS:
                collection, message = folder, Files.MISNAMED(name=f"{path.stem}.yml")
            self.ledger.unread |= KINDS.get(collection, set()) | (
                {"area"} if collection == "areas" else set()
            )
            self.ledger.add(Place(self.name(path), 1, 1), "", message)

    def meant(self, path: Path) -> tuple[str, str]:
        """Guess which collection a file was meant for, and say what to do about it."""
        names = ["partner", *COLLECTIONS]
        nearest = get_close_matches(path.stem.lower(), [*names, "area"], n=1)
        match nearest:
            case []:
                files = ", ".join(f"{name}.yml" for name in names if name != "areas")
                return "", Files.NOT_READ(names=files)
            case ["areas" | "area"]:
                return "areas", Files.AREA_MISPLACED()
        return nearest[0], Files.MISNAMED(name=f"{nearest[0]}.yml")


def _place_among_areas(area: Area) -> tuple[bool, int, str]:
    """Sort by the order that an editor gave, and those without one after them, by title."""
    return (area.order is None, area.order or 0, (area.title or "").casefold())
