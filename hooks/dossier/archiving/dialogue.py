"""Show an editor each copy that was found, and write those that show the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ..editing.insertion import InsertionError
from ..model.dataset import Dossier
from ..problems.phrases import count
from ..problems.problem import printable
from .internet_archive import InternetArchive, NoCopyError
from .proposal import Proposal
from .search import Finding, search, write

Ask: TypeAlias = Callable[[str], str]
"""Asks a question and returns the answer, as `input` does; raises EOFError if there is no more."""

QUESTION = "  Open it: does it show the document? yes, no or quit: "


class Outcome(StrEnum):
    """What became of a source."""

    WRITTEN = "written"
    LEFT = "found but not written"
    NONE = "without a copy"
    FAILED = "failed"
    WAITING = "not looked up"


class Mode(NamedTuple):
    """Which copies are looked for and written."""

    ask: Ask | None = None
    """Asks about each copy; None if nobody can or need be asked."""
    takes_near: bool = False
    """Whether unasked those are written that are near to the date of their source; otherwise, none are."""
    saves: bool = False
    """Whether the archive is asked to make a copy where it has none."""


def run(dossier: Dossier, project: Path, archive: InternetArchive, mode: Mode) -> bool:
    """Go through the sources without a copy, and print what was found and done; say whether all went well.

    `project` is the folder from which places name files.
    """
    waiting = [source for source in dossier.sources if not source.archived]
    outcomes: Counter[Outcome] = Counter()
    try:
        for source, finding in search(waiting, archive, dossier.today, saves=mode.saves):
            words = finding.words if isinstance(finding, Proposal) else f"the archive {finding}"
            file = source.origin.place.file  # its lines change with every copy that is written
            print(printable(f"{file}: {source.in_words}: {words}"), flush=True)
            outcomes[_settle(finding, dossier, project, mode)] += 1
    except (EOFError, KeyboardInterrupt):
        print()
    outcomes[Outcome.WAITING] = len(waiting) - outcomes.total()
    numbers = [f"{outcomes[outcome]} {outcome}" for outcome in Outcome if outcomes[outcome]]
    print(f'{count(len(waiting), "source")} without "archived": {", ".join(numbers) or "nothing to do"}')
    if outcomes[Outcome.LEFT] and mode.takes_near:
        print("The copies that were not written may show another version; look at them without --yes.")
    elif outcomes[Outcome.LEFT] and not mode.ask:
        print("Nothing is written without a terminal, unless with --yes.")
    return not outcomes[Outcome.FAILED]


def _settle(finding: Finding, dossier: Dossier, project: Path, mode: Mode) -> Outcome:
    """Write a copy, or leave it, and print what was done."""
    if not isinstance(finding, Proposal):
        return Outcome.NONE if isinstance(finding, NoCopyError) else Outcome.FAILED
    print(f"  {finding.copy.url}", flush=True)
    if not (_confirms(mode.ask) if mode.ask else mode.takes_near and finding.is_near):
        return Outcome.LEFT
    try:
        keys = write(finding, project, dossier.today, is_read=mode.ask is not None)
    except InsertionError as error:
        print(f"  not written: {finding.source.origin.place.file} {error}")
        return Outcome.FAILED
    print(f"  written: {', '.join(keys)}")
    return Outcome.WRITTEN


def _confirms(ask: Ask) -> bool:
    """Ask whether a copy shows the document; raise EOFError if nothing more is to be asked."""
    answer = ask(QUESTION).strip().lower()
    if answer in ("q", "quit"):
        raise EOFError
    return answer in ("y", "yes")
