"""The standing of a statement: its claim and status after each step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .dates import When
from .enumerations import Status, UpdateKind
from .event import Sourced
from .prose import Prose
from .records import Source
from .statement import Statement, Update


class Step(NamedTuple):
    """What sources say of a statement, as of one date."""

    kind: UpdateKind | None
    """None for the statement itself."""
    as_of: When
    text: Prose | None
    """A claim, or a remark where the step is no change."""
    status: Status | None
    sources: tuple[Source, ...]
    record: Statement | Update
    """The record that says so."""

    @property
    def has_claim(self) -> bool:
        """Whether it is a claim of its own."""
        return self.kind is None or (self.kind is UpdateKind.CHANGE and self.text is not None)

    @property
    def own_sources(self) -> tuple[Source, ...]:
        """Those that say so at its date: of a claim, which may rest on older ones too, the first."""
        return self.sources[:1] if self.has_claim else self.sources

    @property
    def remark(self) -> Prose | None:
        """What it adds to a claim that stays as worded."""
        return self.text if self.kind in (UpdateKind.CONFIRMATION, UpdateKind.OMISSION) else None


class Standing(NamedTuple):
    """The claim and status of a statement after a step."""

    claim: Prose
    claim_sources: tuple[Source, ...]
    status: Status | None
    """The newest status that a source gave."""
    as_of: When
    """The newest date as of which the claim is known to hold."""
    as_of_source: Source
    """The one that says so: the first of a step gives its date."""
    step: Step

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those of the claim, and of the date, each once."""
        others = () if self.as_of_source in self.claim_sources else (self.as_of_source,)
        return (*self.claim_sources, *others)

    @property
    def names_as_of_source(self) -> bool:
        """Whether the sources of the claim alone do not say which of them gives the date."""
        return self.claim_sources != (self.as_of_source,)

    @property
    def is_changed(self) -> bool:
        """Whether the step says something newer or different."""
        return self.step.kind is UpdateKind.CHANGE

    def after(self, step: Step) -> Standing:
        """Return the standing after a further step."""
        if step.kind is UpdateKind.OMISSION:
            return self._replace(step=step)
        status, as_of_source = step.status or self.status, step.sources[0]
        standing = self._replace(status=status, as_of=step.as_of, as_of_source=as_of_source, step=step)
        if step.text and step.has_claim:
            return standing._replace(claim=step.text, claim_sources=step.sources)
        return standing


def true_as_of(statement: Statement, source: Source) -> When | None:
    """Return when a statement was true by its first source; None where nothing says so."""
    return statement.as_of or source.date or statement.date or source.accessed


def follow(
    statement: Statement, as_of: When, sources_of: Callable[[Sourced], tuple[Source, ...]]
) -> Iterator[Standing]:
    """Yield the standing of a statement after each step, oldest first."""
    sources = sources_of(statement)
    first = Step(None, as_of, statement.text, statement.status, sources, statement)
    standing = Standing(statement.text, sources, statement.status, as_of, sources[0], first)
    yield standing
    for update in sorted(statement.updates, key=lambda update: update.as_of.newest.sort_key):
        step = Step(update.kind, update.as_of, update.text, update.status, sources_of(update), update)
        standing = standing.after(step)
        yield standing
