"""What the script of a list that is cut into parts knows: where each record is, and what filters ask for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.dataset import date_of
from ..model.event import Event
from ..model.history import Change
from ..model.records import Area, Source, Visit
from ..model.statement import Statement
from . import urls
from .division.parts import Division
from .page_context import SiteContext
from .search_entries import search_entry


@dataclass(frozen=True)
class Finding:
    """An entry as the filters of its list show it."""

    title: str
    note: str = ""
    """A date, and whatever else tells it from others."""
    data: Mapping[str, str | int] = field(default_factory=dict)
    """What it is listed under, by the names of the fields of the form."""
    words: str = ""
    """All that it says."""
    url: str = ""
    """Where it is, if not in the list itself."""


def write_anchors(division: Division[Any]) -> Iterator[bytes]:
    """Write the script that says on which part each anchor is: the first that has it."""
    parts = [
        [
            urls.relative(part.url, division.url),
            [anchor for entry in part.entries for anchor in entry.anchors],
        ]
        for part in division.parts
    ]
    yield b"const ANCHORS = %b;\n" % _to_json(parts)


def write_records(site: SiteContext, division: Division[Any]) -> Iterator[bytes]:
    """Write the script with what the filters of a list show and ask for, in pieces."""
    parts: list[bytes] = []
    used: set[str] = set()
    for part in division.parts:
        rows = []
        for entry in part.entries:
            if finding := FILTERED[division.url](entry.value, site):
                used.update(str(finding.data.get("area", "")).split())
                target = urls.relative(finding.url, division.url) if finding.url else f"#{entry.anchors[0]}"
                rows.append([target, finding.title, finding.note, finding.data, finding.words])
        parts += [b"," * bool(parts), _to_json([urls.relative(part.url, division.url), rows])]
    areas = () if site.lists_areas else site.dossier.areas
    named = [[area.id, area.title] for area in areas if area.id in used]
    yield b'const RECORDS = {"areas":%b,"parts":[' % _to_json(named)
    yield from parts
    yield b"]};\n"


def _to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _find_event(event: Event, site: SiteContext) -> Finding | None:
    if not event.date:
        return None
    when = date_of(event)
    data: dict[str, str | int] = {"kind": event.noun, "first": when.earliest.year, "last": when.latest.year}
    if isinstance(event, Visit):
        data["direction"] = event.direction
    return _found(event, site, f"{when} · {event.noun}", data)


def _find_change(change: Change, site: SiteContext) -> Finding | None:
    if not isinstance(change, Change):
        return None
    statement, former, standing = change
    words = f"{standing.claim.plain} {former.claim.plain}"
    return _found(statement, site, str(standing.as_of), {}, words)


def _find_question(event: Event, site: SiteContext) -> Finding | None:
    return _found(event, site, "", {}, url=site.urls.of(event)) if isinstance(event, Event) else None


def _found(
    event: Event, site: SiteContext, note: str, data: Mapping[str, str | int], words: str = "", url: str = ""
) -> Finding:
    entry, areas = search_entry(event, site.dossier), site.dossier.areas_of(event)
    ids = " ".join(area.id for area in areas) or "_overview" * isinstance(event, Statement)
    text = " ".join([words or entry.text, *(area.title for area in areas)])
    return Finding(entry.title, note, {**data, "area": ids}, text, url)


def _find_source(source: Source, site: SiteContext) -> Finding | None:
    if not isinstance(source, Source):
        return None
    note = ", ".join(str(part) for part in (source.publisher, source.date) if part)
    words = f"{source.url} {search_entry(source, site.dossier).text}"
    return Finding(source.title, note, {"language": source.language}, words)


def _find_area(area: Area, site: SiteContext) -> Finding:
    return Finding(area.title, words=area.summary.plain, url=urls.area_page(area))


FILTERED: dict[str, Callable[[Any, SiteContext], Finding | None]] = {
    urls.TIMELINE: _find_event,
    urls.CHANGES: _find_change,
    urls.SOURCES: _find_source,
    urls.OPEN_QUESTIONS: _find_question,
    urls.AREAS: _find_area,
}
"""The lists with a filter, by the URLs of their pages."""
