"""Tables for programs that take rows and columns: what describes them, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

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

    def rows(self, site: SiteContext) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells of each row, in the order of the columns."""
        return (tuple(column.cell(site, row) for column in self.columns) for row in self.rows_of(site))

    def references(self) -> Iterator[tuple[str, str]]:
        """Yield each column that holds an id of another table, with the name of that table."""
        for column in self.columns:
            if column.type is ColumnType.TEXT and column.refers_to:
                yield column.name, column.refers_to

    def links(self) -> Iterator[Table[Link]]:
        """Yield a table for each column that lists ids of another one, with one row for each of these ids."""
        for column in self.columns:
            if column.type is ColumnType.LIST and column.refers_to:
                yield self._link_table(column)

    def _link_table(self, column: Column[R]) -> Table[Link]:
        noun = column.name.removesuffix("s")
        name = f"{self.name}_{column.name}"

        def rows_of(site: SiteContext) -> Iterator[Link]:
            ids = self._identifier.cell
            for row in self.rows_of(site):
                cell: Any = column.cell(site, row)
                yield from (Link(str(ids(site, row)), number, one) for number, one in enumerate(cell, 1))

        return Table(
            name,
            "link",
            f"The {column.name} of the {self.name}, one a row.",
            (
                Column(
                    self.noun,
                    ColumnType.TEXT,
                    f"The id of the {self.noun}.",
                    lambda _, link: link.id,
                    is_required=True,
                    refers_to=self.name,
                ),
                Column(
                    "number",
                    ColumnType.NUMBER,
                    f"Which of the {column.name} it is, counted from 1.",
                    lambda _, link: link.number,
                    is_required=True,
                ),
                Column(
                    noun,
                    ColumnType.TEXT,
                    f"The id of the {noun}.",
                    lambda _, link: link.other,
                    is_required=True,
                    refers_to=column.refers_to,
                ),
            ),
            rows_of,
            key=(self.noun, "number"),
        )

    @property
    def _identifier(self) -> Column[R]:
        return next(column for column in self.columns if (column.name,) == self.key)


class Link(NamedTuple):
    """That a record refers to another."""

    id: str
    number: int
    other: str


def flat(cell: Cell) -> str | int | None:
    """Write a list in one text, apart by spaces, which no id and no address has, and a day in ISO 8601."""
    if isinstance(cell, tuple):
        return " ".join(cell) or None
    return cell.isoformat() if isinstance(cell, date) else cell
