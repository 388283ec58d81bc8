"""The data files: which of them hold what, and how they become a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard, TypeVar

from . import rules
from .dossier import Dossier
from .fields import Ledger, Name, check_id, kebab_case
from .models import Area, Milestone, Partner, Record, Source, Term, Visit
from .problems import DataError, Place
from .reading import Mapping, Node, Scalar, Sequence, UnreadableError, in_words, read
from .wording import suggest

R = TypeVar("R", bound=Record)

COLLECTIONS = ("areas", "milestones", "visits", "sources", "glossary")

KINDS = {
    "partner": {"statement"},
    "areas": {"statement"},
    "milestones": {"milestone"},
    "visits": {"visit"},
    "sources": {"source"},
}
"""The kinds of records that a file may hold and others link to."""


def load(data: Path) -> Dossier:
    """Read and check a folder of data files.

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
            message = (
                'this file is missing; write one with "name", "adjective", "summary" and "primary_source"'
            )
            self.ledger.add(Place(self.name(path), 1, 1), "partner", message)
            return None
        node = self.read(path, "partner")
        return Partner.read(node, "partner", self.ledger) if self.is_record(node, "partner") else None

    def areas(self) -> Iterator[Area]:
        """Read the areas, one a file, in the order in which pages list them."""
        paths = sorted((self.data / "areas").rglob("*.yml"))
        areas = [area for path in paths if (area := self.area(path))]
        return iter(sorted(areas, key=lambda area: (area.order is None, area.order or 0, area.title or "")))

    def area(self, path: Path) -> Area | None:
        label, place = f'area "{path.stem}"', Place(self.name(path), 1, 1)
        self.ledger.given.append(Name("area", path.stem, label, place))
        try:
            check_id(path.stem, "file name", f"{kebab_case(path.stem) or 'science'}.yml")
        except ValueError as error:
            self.ledger.add(place, label, str(error))
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
            message = f"a record must be a group of keys, but this is {in_words(node)}; see the other records"
            self.ledger.add(node.place, "", message)
            self.ledger.unread |= KINDS.get(collection, set())
        return isinstance(node, Mapping)

    def report_strays(self) -> None:
        """Report the YAML files that nothing reads: most likely their name has a slip."""
        names = [f"{name}.yml" for name in ("partner", *COLLECTIONS)]
        for path in sorted({*self.data.rglob("*.yml"), *self.data.rglob("*.yaml")} - self.used):
            hint = suggest(path.with_suffix(".yml").name, names, f"the files are {', '.join(names)}")
            if path == self.data / "areas.yml":
                hint = "each area has a file of its own, for example data/areas/science.yml"
            self.ledger.add(Place(self.name(path), 1, 1), "", f"nothing reads this file; {hint}")
