"""Changes: of statements, step by step, and between the versions of the primary source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR
from itertools import groupby, pairwise
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from .dataset import Dossier
from .dates import When
from .enumerations import UpdateKind
from .event import Conflict
from .records import Source
from .standing import Standing, Step
from .statement import Statement


class Change(NamedTuple):
    """A step at which a source says something newer or different."""

    statement: Statement
    former: Standing
    standing: Standing


class Version(NamedTuple):
    """A version of the primary source."""

    source: Source
    when: When | None
    """Its date, or else the first date as of which it is the main source of a step."""


class Cell(NamedTuple):
    """What adjacent versions say of one point; empty if nothing was seen in them."""

    versions: tuple[Version, ...]
    said: tuple[Step | Conflict, ...]


class Point(NamedTuple):
    """A statement on which the versions of one document differ, with what each of them says."""

    statement: Statement
    cells: tuple[Cell, ...]


class Comparison(NamedTuple):
    """What the versions of one document say of the points on which they differ."""

    versions: tuple[Version, ...]
    """Oldest first; those without any date last."""
    points: tuple[Point, ...]


def list_changes(dossier: Dossier) -> tuple[Change, ...]:
    """List every change of every statement, newest first."""
    changes = [
        Change(statement, former, standing)
        for statement in dossier.statements
        for former, standing in pairwise(dossier.standings(statement))
        if standing.is_changed
    ]
    return tuple(sorted(changes, key=lambda change: change.standing.as_of.sort_key, reverse=True))


def compare_versions(dossier: Dossier) -> Comparison:
    """Compare the versions of the primary source on the points on which they differ."""
    versions = _versions(dossier)
    points = []
    for statement in dossier.statements:
        said = [(version, tuple(_said(dossier, statement, version.source))) for version in versions]
        if any(map(_differs, (item for _, items in said for item in items))):
            cells = (
                Cell(tuple(version for version, _ in alike), items)
                for items, alike in groupby(said, key=lambda pair: pair[1])
            )
            points.append(Point(statement, tuple(cells)))
    return Comparison(versions, tuple(points))


def _versions(dossier: Dossier) -> tuple[Version, ...]:
    """Return the versions of the primary source: same publisher, same file name."""
    primary = dossier.primary_source
    versions = [
        Version(source, _when(dossier, source))
        for source in dossier.sources
        if source == primary
        or (source.publisher == primary.publisher and _document(source) == _document(primary) != "")
    ]
    return tuple(
        sorted(versions, key=lambda version: version.when.sort_key if version.when else (MAXYEAR, 0, 0))
    )


def _document(source: Source) -> str:
    """Return the file name in a source's web address; empty if there is none, or only an index."""
    path = PurePosixPath(urlsplit(source.url).path)
    return path.name if path.suffix and path.stem != "index" else ""


def _when(dossier: Dossier, version: Source) -> When | None:
    spoken = (
        standing.step.as_of
        for statement in dossier.statements
        for standing in dossier.standings(statement)
        if standing.step.sources[0] == version
    )
    return version.date or min(spoken, key=lambda as_of: as_of.sort_key, default=None)


def _said(dossier: Dossier, statement: Statement, version: Source) -> Iterator[Step | Conflict]:
    """Yield what a version says of a point; a change may cite it beside its main source."""
    for standing in dossier.standings(statement):
        step = standing.step
        if version == step.sources[0] or (step.kind is None and version in step.sources):
            yield step
    yield from (conflict for conflict in statement.conflicts if version == dossier.sources_of(conflict)[0])


def _differs(item: Step | Conflict) -> bool:
    return isinstance(item, Conflict) or item.kind in (UpdateKind.CHANGE, UpdateKind.OMISSION)
