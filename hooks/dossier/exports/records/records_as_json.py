"""Records as JSON, from which they can be read again.

`record` has the keys as they are in a data file: texts in Markdown, dates in EDTF. The statements within it
have addresses of their own, so `statements` names them by their ids. All else has been worked out: the
sources where a record names none, and what is known of a statement now and was known after each step.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.dates import PartialDate, Span
from ...model.event import Event
from ...model.kinds import KINDS, Kind, Layout
from ...model.prose import Prose
from ...model.record import Record
from ...model.records import Addressed, Area, Partner, Source, Term
from ...model.standing import Standing
from ...model.statement import Statement
from ...pages.citations import encode
from ...pages.page_context import SiteContext
from ...pages.urls import record_file, record_folder
from ..export import known

ADDRESSED = tuple(kind for kind in KINDS if kind.layout is not Layout.ONE_FILE)
"""The kinds of records that have addresses."""


def kinds_by_folder() -> dict[str, list[Kind]]:
    """Return these kinds by the folder in which their records are as JSON."""
    folders: dict[str, list[Kind]] = {}
    for kind in ADDRESSED:
        folders.setdefault(record_folder(kind), []).append(kind)
    return folders


def describe(record: Addressed, site: SiteContext) -> dict[str, Any]:
    """Describe a record by its keys, and by what has been worked out."""
    found = identify(record, site) | keys_of(record)
    if isinstance(record, Event):
        found["areas"] = [area.id for area in site.dossier.areas_of(record)]
    if isinstance(record, Event | Term):
        found["sources"] = _sources(site.dossier.resting_on(record))
    if isinstance(record, Statement):
        standings = site.dossier.standings(record)
        newest = standings[-1]
        found["now"] = {
            **_claim(newest),
            "as_of": newest.as_of.edtf,
            "as_seen": site.dossier.is_as_seen(record, newest),
            "as_of_source": _source(newest.as_of_source),
        }
        found["history"] = [_step(standing) for standing in standings]
    return found


def identify(record: Addressed, site: SiteContext) -> dict[str, Any]:
    """Describe which record it is, and where it is."""
    return {
        "kind": record.noun,
        "id": record.id,
        "title": _title_of(record, site),
        "permalink": site.permalink(site.urls.of(record)),
        "json": site.permalink(record_file(record)),
    }


def _title_of(record: Addressed, site: SiteContext) -> str:
    """Return the title of a record, or what stands for it."""
    match record:
        case Event():
            return site.title_of(record)
        case Area() | Source():
            return record.title
        case Term():
            return record.term


def keys_of(record: Addressed | Partner) -> dict[str, Any]:
    """Return the keys of a record as they stand in a data file, and the ids of the statements within it."""
    within: Iterable[Statement] = ()
    if isinstance(record, Area):
        within = record.activities
    elif isinstance(record, Partner):
        within = record.overview
    return {"record": _keys(record)} | ({"statements": [one.id for one in within]} if within else {})


def _keys(record: Record) -> dict[str, Any]:
    values = {key: _value(getattr(record, key)) for key in record.fields()}
    return {key: value for key, value in values.items() if value not in (None, [])}


def _value(value: Any) -> Any:
    match value:
        case tuple():
            return [_value(item) for item in value if not isinstance(item, Statement)]
        case Record():
            return _keys(value)
        case Prose():
            return value.markdown
        case PartialDate() | Span():
            return value.edtf
    return value


def _step(standing: Standing) -> dict[str, Any]:
    step = standing.step
    remark = {"remark": step.remark.plain} if step.remark else {}
    return {
        "kind": step.kind or step.record.noun,
        "as_of": step.as_of.edtf,
        **_claim(standing),
        **remark,
        "sources": _sources(step.sources),
    }


def _claim(standing: Standing) -> dict[str, Any]:
    return known({"claim": standing.claim.plain, "status": standing.status})


def _sources(sources: Iterable[Source]) -> list[dict[str, str]]:
    return [*map(_source, sources)]


def _source(source: Source) -> dict[str, str]:
    return {"id": source.id, "title": source.title, "url": encode(source.url)}
