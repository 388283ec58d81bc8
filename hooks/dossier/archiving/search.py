"""Look for a copy of every source without one, and write it into the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urldefrag

from ..editing.insertion import insert
from ..model.records import Source
from .internet_archive import ArchiveError, BusyError, InternetArchive, NoCopyError
from .proposal import Proposal, wanted_day

Finding: TypeAlias = Proposal | ArchiveError
"""A copy, or why there is none."""


def search(
    sources: Iterable[Source], archive: InternetArchive, today: date, *, saves: bool = False
) -> Iterator[tuple[Source, Finding]]:
    """Yield what is found for each source, up to the first at which the archive should not be asked any more.

    With `saves`, the archive is asked to make a copy where it has none.
    """
    for source in sources:
        try:
            yield source, _find(source, archive, today, saves=saves)
        except ArchiveError as error:
            yield source, error
            if isinstance(error, BusyError):
                return


def _find(source: Source, archive: InternetArchive, today: date, *, saves: bool) -> Proposal:
    url = urldefrag(source.url).url
    try:
        proposal = Proposal(source, archive.find(url, wanted_day(source, today)))
        if proposal.is_too_old:
            raise NoCopyError(f"has no copy of the document, but a {proposal.words}")
        return proposal
    except NoCopyError:
        if not saves or source.gone:  # a copy of a page that is gone would show an error
            raise
    return Proposal(source, archive.save(url))


def write(proposal: Proposal, project: Path, today: date, *, is_read: bool) -> tuple[str, ...]:
    """Write a copy into its source, in the `project` from which places name files; return the keys.

    `is_read` says that an editor has opened the copy today. That day goes into a source that has a date:
    where there is none, statements would be true "as seen on" that day, though the copy may be much older.

    Raises:
        InsertionError: if nothing was written.
    """
    source = proposal.source
    values = {"archived": proposal.copy.url}
    if is_read and source.date and not source.accessed:
        values = {"accessed": today.isoformat(), **values}
    insert(project / source.origin.place.file, source.id, values, after=("url", "date", "accessed"))
    return tuple(values)
