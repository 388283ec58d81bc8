"""Tables for programs that take rows and columns: what describes them, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from ...pages.page_context import SiteContext

R = TypeVar("R")

Cell: TypeAlias = str | int | date | tuple[str, ...] | None
"""A value of a row; a flag is an int too, and None is no value."""


class ColumnType(Enum):
    """What the values of a column are."""

    TEXT = "text"
    URL = "address"
    PERMALINK = "permanent link"
    """An address too, relative where the site was built without knowing its own."""
    FLAG = "true or false"
    NUMBER = "whole number"
    DAY = "day"
    LIST = "list"


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of a table whose rows are of some type."""

    name: str
    type: ColumnType
    description: str
    cell: Callable[[SiteContext, R], Cell]
    is_required: bool = False
    choices: tuple[str, ...] = ()
    """The words that it takes, if these are few."""
    refers_to: str = ""
    """The name of the table whose ids it holds, if any."""


@dataclass(frozen=True)
class Table(Generic[R]):
    """A table; its name, and those of its columns, only ever grow in number."""

    name: str
    noun: str
    """What a row is, such as "milestone"."""
    description: str
    columns: tuple[Column[R], ...]
    rows_of: Callable[[SiteContext], Iterable[R]]
    key: tuple[str, ...] = ("id",)
    """The columns that together name a row."""

    def rows(self, site: SiteContext) -> Iterator[list[Cell]]:
        """Yield the cells of each row, in the order of the columns."""
        cells = [column.cell for column in self.columns]
        return ([cell(site, row) for cell in cells] for row in self.rows_of(site))

    def references(self) -> Iterator[tuple[str, str]]:
        """Yield each column that holds an id of another table, with the name of that table."""
        for column in self.columns:
            if column.type is ColumnType.TEXT and column.refers_to:
                yield column.name, column.refers_to


def flat(cell: Cell) -> str | int | None:
    """Write a list in one text, apart by spaces, which no id and no address has, and a day in ISO 8601."""
    if cell is None or isinstance(cell, str):
        return cell  # most of them
    if isinstance(cell, tuple):
        return " ".join(cell) or None
    return cell.isoformat() if isinstance(cell, date) else cell
