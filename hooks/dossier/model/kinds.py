"""The one table of the kinds of records.

Reading, checking, references, search and schemas derive from it: a new kind is a class in `records`, a row
here, and its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from .event import Event
from .record import Record
from .records import Area, Milestone, Partner, Source, Term, Visit
from .statement import Statement

R = TypeVar("R", bound=Record)


class Layout(Enum):
    """How the records of a kind are laid out in the data folder."""

    LISTS = auto()
    """`X.yml` and every file below `X/`, each with one record or a list of them."""
    FILE_EACH = auto()
    """Every file below `X/` holds one record; the name of the file is its id."""
    ONE_FILE = auto()
    """`X.yml` holds the one record that there is."""
    WITHIN = auto()
    """Within the records of other kinds."""


@dataclass(frozen=True)
class Kind:
    """A kind of records."""

    model: type[Record]
    plural: str
    """The noun for several, such as "milestones"."""
    layout: Layout = Layout.LISTS
    folder: str = ""
    """The name of its files or folder in the data folder; if empty, the plural."""
    is_linked: bool = True
    """Whether a text may link to it, as in `milestone:ID`."""
    order: Callable[[Any], Any] | None = None
    """The key by which records are sorted; None for the order of the files."""

    @property
    def noun(self) -> str:
        """What problems and links call one of them, such as "milestone"."""
        return self.model.noun

    @property
    def collection(self) -> str:
        """The name of its files or folder; empty for what is within other records."""
        return "" if self.layout is Layout.WITHIN else self.folder or self.plural

    @property
    def is_listed(self) -> bool:
        """Whether a file may hold a list of them."""
        return self.layout is Layout.LISTS

    @property
    def first_line(self) -> str:
        """An example of the first line of a record."""
        key = self.model.required()[0]
        return f"{key}: {self.model.fields()[key].example}"

    @cached_property
    def kinds_within(self) -> frozenset[str]:
        """The nouns of the records that are not read if a file of this kind cannot be read."""
        own = {self.noun} if self.is_listed else set()
        return frozenset(own | {model.noun for model in self.model.parts() if "id" in model.fields()})


def _area_order(area: Area) -> tuple[bool, int, str]:
    """Sort areas by `order`, those without one last, by title."""
    return (area.order is None, area.order or 0, (area.title or "").casefold())


def _term_order(term: Term) -> str:
    return (term.term or "").casefold()


KINDS: tuple[Kind, ...] = (
    Kind(Partner, "partners", Layout.ONE_FILE, folder="partner", is_linked=False),
    Kind(Area, "areas", Layout.FILE_EACH, order=_area_order),
    Kind(Milestone, "milestones"),
    Kind(Visit, "visits"),
    Kind(Statement, "statements", Layout.WITHIN),
    Kind(Source, "sources"),
    Kind(Term, "terms", folder="glossary", is_linked=False, order=_term_order),
)
"""Events with equal dates are listed in this order of kinds."""


def namespaces(kinds: Iterable[Kind] = KINDS) -> dict[str, str]:
    """Return the name of the set of ids of each kind: all events share one, each other kind has its own."""
    return {kind.noun: Event.noun if issubclass(kind.model, Event) else kind.noun for kind in kinds}


class RecordSet:
    """Everything that was read, well-formed or not, by kind."""

    def __init__(self, kinds: tuple[Kind, ...], read: Mapping[str, Iterable[Record]]) -> None:
        """Take the records by their collection, and find the records within them."""
        self.kinds = kinds
        self._records: dict[type[Record], tuple[Record, ...]] = {}
        for kind in kinds:
            records = read.get(kind.collection, ())
            self._records[kind.model] = tuple(sorted(records, key=kind.order) if kind.order else records)
        for kind in kinds:
            if kind.layout is Layout.WITHIN:
                inner = chain.from_iterable(record.walk() for record in self)
                self._records[kind.model] = tuple(part for part in inner if isinstance(part, kind.model))

    def __iter__(self) -> Iterator[Record]:
        """Yield every record of the files, without the records within them."""
        return chain.from_iterable(
            self._records[kind.model] for kind in self.kinds if kind.layout is not Layout.WITHIN
        )

    def forget_places(self) -> None:
        """Let go of where the values are in the files; where each record is stays known."""
        for record in self:
            for part in record.walk():
                part.origin.by_key.clear()

    def of(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return self._records.get(model, ())  # type: ignore[return-value]  # keyed by the type of its values

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return the records of all kinds of events, kind by kind."""
        models = (kind.model for kind in self.kinds if issubclass(kind.model, Event))
        return tuple(chain.from_iterable(self.of(model) for model in models))
