"""The pages of a dossier as ready-made Markdown: as somebody would write them by hand, with no hooks."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import yaml
from mkdocs.utils.meta import get_data

from dossier.model.dataset import Dossier, State, newest_date
from dossier.model.dates import When
from dossier.model.enumerations import SourceKind
from dossier.model.event import Event
from dossier.model.history import anchor_of, list_changes
from dossier.model.prose import Prose, Reference
from dossier.model.records import Addressed, Area, Milestone, Person, Source, Term, Visit
from dossier.model.statement import Statement
from dossier.pages.markdown_pages import expand
from dossier.pages.page_context import Sheet
from dossier.pages.site_pages import SitePages
from dossier.problems.phrases import count, language


@dataclass
class Manuscript:
    """One page while it is written."""

    dossier: Dossier
    path: str
    sheet: Sheet = field(init=False)
    """Numbers the sources."""

    def __post_init__(self) -> None:
        self.sheet = Sheet(self.dossier, self.path)

    def link(self, path: str) -> str:
        """Write a Markdown file's address, as this page links to it."""
        file, hash_sign, anchor = path.partition("#")
        relative = posixpath.relpath(file, posixpath.dirname(self.path)) if file != self.path else ""
        return f"{relative}{hash_sign}{anchor}"

    def link_to(self, record: Addressed) -> str:
        """Write the address of a record's home."""
        page, hash_sign, anchor = self.dossier.address(record).partition("#")
        return self.link(f"{page.rstrip('/') or 'index'}.md{hash_sign}{anchor}")

    def prose(self, prose: Prose) -> str:
        """Write prose; in made-up texts, links to records are all the markup there is."""
        text, target = "", ""
        for segment in prose.segments:
            if isinstance(segment, Reference):
                target = self.link_to(self.dossier.linked(segment))
                text += "["
            else:
                text += segment.replace("</a>", f"]({target})")
        return text

    def cite(self, sources: Iterable[Source]) -> str:
        """Write numbers that lead to the foot of the page."""
        return "".join(f"[\\[{number}\\]](#_source-{number})" for number, _ in self.sheet.cite(sources))

    def areas(self, event: Event) -> str:
        """Write the areas of an event."""
        return ", ".join(f"[{area.title}]({self.link_to(area)})" for area in self.dossier.areas_of(event))

    def standing(self, state: State) -> str:
        """Write what a statement's status was, and when."""
        return f"*{state.status.words}* as of {state.as_of}" if state.status else f"as of {state.as_of}"

    def conflicts(self, event: Event) -> Iterator[str]:
        """Write what does not fit."""
        for conflict in event.conflicts:
            sources = self.dossier.sources_of(conflict)
            text = f"{self.prose(conflict.text)} {self.cite(sources)}{self.remarks(sources)}"
            yield f"**Another source differs:** {text}"

    def remarks(self, sources: Sequence[Source], as_of: When | None = None) -> str:
        """Write what a reader should know of the sources of a record."""
        return "".join(f" · {remark}" for remark in self.dossier.remarks_on(sources, as_of))

    def said(self, state: State) -> tuple[str, str]:
        """Write what was said, and as of when."""
        standing = f"{self.standing(state)}{self.remarks(state.sources, state.as_of)}"
        return f"{self.prose(state.text)} {self.cite(state.sources)}", standing

    def course(self, states: Iterable[State]) -> str:
        """Write the states from the oldest to the newest, at a glance."""
        return "\n".join(
            f"1. {state.as_of} {state.status.words if state.status else 'no status given'}"
            for state in reversed([*states])
        )

    def statements(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Write statements, the newest state of each first."""
        for statement in statements:
            newest, *former = self.dossier.states(statement)
            yield f"### {statement.title} {{ #{statement.id} }}"
            yield f"{self.prose(newest.text)} {self.cite(newest.sources)}"
            timeline = self.link(f"timeline.md#{statement.id}")
            dated = f" · [{statement.date} on the timeline]({timeline})" if statement.date else ""
            yield f"{self.standing(newest)}{dated}{self.remarks(newest.sources, newest.as_of)}"
            if former:
                yield self.course([newest, *former])
                yield "What was said before"
                yield "\n".join(f"1. {' '.join(self.said(state))}" for state in former)
                changes = self.link(f"changes.md#{anchor_of(statement, newest)}")
                yield f"[These changes among all others]({changes})"
            yield from self.conflicts(statement)
            yield self.mentions(statement)

    def mentions(self, event: Event) -> str:
        """Write which records link to this one."""
        records = self.dossier.mentions_of(event)
        links = ", ".join(f"[{self.sheet.title(record)}]({self.link_to(record)})" for record in records)
        return f"See also: {links}" if links else ""

    def cards(self) -> str:
        """Write the list of areas."""
        return "\n".join(map(self.card, self.dossier.areas))

    def card(self, area: Area) -> str:
        """Write an area with its figures."""
        nouns = [event.noun for event in self.dossier.events_of(area)]
        figures = [count(len(area.activities), "statement")]
        figures += [count(nouns.count(noun), noun) for noun in ("milestone", "visit") if noun in nouns]
        figures += [f"newest as of {self.dossier.newest_of(area)}"]
        return f"- [{area.title}]({self.link_to(area)}) {area.summary.plain} {' · '.join(figures)}"

    def events(self, events: Iterable[Event]) -> str:
        """Write a list of events that stand on another page."""
        return "\n".join(
            f"- {event.date or 'recurring'} {event.noun} [{self.sheet.title(event)}]({self.link_to(event)})"
            f" {self.cite(self.dossier.sources_of(event))}"
            for event in events
        )

    def reference(self, source: Source) -> str:
        """Write what a source is."""
        date = f", {source.date}" if source.date else ""
        return f"*{source.title}*. {source.publisher}{date}. <{source.url}>"

    def references(self) -> Iterator[str]:
        """Write the sources that the page cites."""
        if self.sheet.cited:
            yield "## Sources of this page { #_sources }"
            yield "\n".join(
                f"{number}. {self.reference(source)} · [About this source]({self.link_to(source)})\n"
                f"{{ #_source-{number} }}"
                for number, source in enumerate(self.sheet.cited, 1)
            )


def write_manuscripts(dossier: Dossier, introductions: Path, target: Path) -> None:
    """Write every page of the site; those that the data make stand below their introductions."""
    bodies = {path: "\n\n".join(filter(None, blocks)) for path, blocks in _bodies(dossier)}
    pages = SitePages(dossier)
    written = {path.relative_to(introductions).as_posix(): path for path in introductions.rglob("*.md")}
    for path in sorted({*bodies, *written}):
        source = written[path].read_text(encoding="utf-8") if path in written else ""
        introduction, meta = get_data(expand(source, path, dossier))
        meta |= {"description": pages[path].description} if path in pages else {}
        meta |= {} if path.startswith("areas/") else {"hide": ["navigation"]}
        title = f"# {pages[path].title}" if path in pages and path != "index.md" else ""
        blocks = [f"---\n{yaml.safe_dump(meta)}---", title, introduction, bodies.get(path, "")]
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text("\n\n".join(filter(None, blocks)) + "\n", encoding="utf-8")


def _bodies(dossier: Dossier) -> Iterator[tuple[str, Iterator[str]]]:
    """Write what the data say, page by page."""
    general = {
        "index.md": _home,
        "areas/index.md": _areas,
        "timeline.md": _timeline,
        "visits.md": _visits,
        "changes.md": _changes,
        "sources.md": _sources,
        "glossary.md": _glossary,
    }
    for path, write in general.items():
        yield path, write(Manuscript(dossier, path))
    for area in dossier.areas:
        yield f"areas/{area.id}.md", _area(Manuscript(dossier, f"areas/{area.id}.md"), area)


def _home(page: Manuscript) -> Iterator[str]:
    dossier = page.dossier
    yield f"# {dossier.partner.name}\u2019s relations with NATO"
    yield f"{page.prose(dossier.partner.summary)} {page.cite([dossier.primary_source])}"
    figures = {
        f"[first event on record](timeline.md#{dossier.timeline[0].id})": dossier.years[0][0],
        "[newest source](sources.md)": newest_date(dossier.sources),
        "[areas](areas/index.md)": len(dossier.areas),
        "[statements](areas/index.md)": len(dossier.statements),
        "[milestones](timeline.md)": len(dossier.key_milestones),
        "[visits](visits.md)": len(dossier.visits),
        "[sources](sources.md)": len(dossier.sources),
    }
    yield "\n".join(f"- {name} {figure}" for name, figure in figures.items())
    yield "## At a glance { #_timeline }"
    yield "## What changed last { #_changes }"
    yield "\n".join(
        f"- {change.state.as_of} statement [{page.sheet.title(change.statement)}]"
        f"({page.link_to(change.statement)}): {page.said(change.state)[0]}"
        for change in list_changes(dossier)[:5]
    )
    yield "[All changes](changes.md)"
    yield "## Areas of cooperation { #_areas }"
    yield page.cards()
    yield "## Newest milestones { #_milestones }"
    yield page.events(reversed(dossier.key_milestones[-5:]))
    yield "[The whole timeline](timeline.md)"
    yield "## Newest visits { #_visits }"
    yield page.events(dossier.dated_visits[:5])
    yield "[All visits](visits.md)"
    yield "## Overview { #_overview }"
    yield from page.statements(dossier.partner.overview)
    yield from page.references()


def _areas(page: Manuscript) -> Iterator[str]:
    yield page.cards()


def _area(page: Manuscript, area: Area) -> Iterator[str]:
    yield page.prose(area.summary)
    yield f"Newest statement as of {page.dossier.newest_of(area)}."
    for stage, statements in page.dossier.statements_by_stage(area):
        yield f"## {stage.value} {len(statements)} {{ #_{stage.name.lower()} }}"
        yield from page.statements(statements)
    if events := page.dossier.events_of(area):
        yield "## Events { #_events }"
        yield page.events(events)
    yield from page.references()


def _timeline(page: Manuscript) -> Iterator[str]:
    for year, events in page.dossier.years:
        yield f"## {year} {{ #y{year:04} }}"
        for event in events:
            title = page.sheet.title(event)
            if not isinstance(event, Milestone):
                title = f"[{title}]({page.link_to(event)})"
            yield f"### {title} {{ #{event.id} }}"
            sources = page.dossier.sources_of(event)
            key = "key milestone " if page.dossier.is_key_milestone(event) else ""
            yield f"{event.date} {event.noun} {key}{page.remarks(sources)}{page.cite(sources)}"
            yield from _told(page, event)
            yield page.mentions(event) if isinstance(event, Milestone) else ""
            yield page.areas(event)
            yield from page.conflicts(event)
    yield from page.references()


def _told(page: Manuscript, event: Event) -> Iterator[str]:
    """Write what the timeline says of an event."""
    if isinstance(event, Statement):
        newest = page.dossier.states(event)[0]
        yield page.prose(newest.text)
        yield page.standing(newest)
    elif isinstance(event, Visit):
        hosts = f"; received by {_people(event.hosts)}" if event.hosts else ""
        yield f"{_people(event.visitors)}{hosts}. {event.place}."
    elif event.text:
        yield page.prose(event.text)


def _visits(page: Manuscript) -> Iterator[str]:
    groups = {
        "## Visits by date { #_visits }": page.dossier.dated_visits,
        "## Recurring visits { #_recurring }": page.dossier.recurring_visits,
    }
    for heading, visits in groups.items():
        if visits:
            yield heading
            yield "\n".join(
                [
                    "| Date | Visit | Visitors | Received by | Place | Purpose |",
                    "|---|---|---|---|---|---|",
                    *(_row(page, visit) for visit in visits),
                ]
            )
    yield "## People { #_people }"
    yield "Everybody who visited or received, with every visit: persons, groups and offices."
    for person in page.dossier.participants:
        yield f"**{person.name}**\n{{ #{person.id} }}"
        yield "\n".join(
            f"- {visit.date or 'recurring'}: [{visit.title}](#{visit.id})"
            f"{f', as {then.role}' if then.role else ''}"
            for then, visit in person.visits
        )
    yield from page.references()


def _row(page: Manuscript, visit: Visit) -> str:
    """Write a visit as a row of a table."""
    dated = f"[{visit.date}]({page.link(f'timeline.md#{visit.id}')})" if visit.date else ""
    facts = [
        page.sheet.direction(visit.direction),
        "key milestone" if visit.milestone else "",
        page.areas(visit),
        page.remarks(page.dossier.sources_of(visit)).strip(" ·"),
        *page.conflicts(visit),
        page.mentions(visit),
    ]
    cells = [
        " ".join(filter(None, [dated, "recurring" if visit.recurring else "", f"{{ #{visit.id} }}"])),
        f"{visit.title} {page.cite(page.dossier.sources_of(visit))} {' · '.join(filter(None, facts))}",
        _people(visit.visitors, is_linked=True),
        _people(visit.hosts, is_linked=True) or "not stated",
        visit.place,
        page.prose(visit.purpose) if visit.purpose else "not stated",
    ]
    return f"| {' | '.join(cells)} |"


def _people(persons: Iterable[Person], *, is_linked: bool = False) -> str:
    names = [
        (f"[{person.name}](#{person.anchor})" if is_linked else person.name, person) for person in persons
    ]
    return "; ".join(f"{name}, {person.role}" if person.role else name for name, person in names)


def _changes(page: Manuscript) -> Iterator[str]:
    changes = list_changes(page.dossier)
    for year, steps in groupby(changes, key=lambda change: change.state.as_of.year):
        yield f"## {year} {{ #y{year:04} }}"
        for change in steps:
            yield f"{change.state.as_of} · {page.areas(change.statement)}"
            title = page.sheet.title(change.statement)
            yield f"### [{title}]({page.link_to(change.statement)}) {{ #{change.anchor} }}"
            for name, state in (("", change.state), ("Before: ", change.former)):
                yield f"{name}{state.as_of}"
                yield from page.said(state)
    yield from page.references()


def _sources(page: Manuscript) -> Iterator[str]:
    for kind in SourceKind:
        dated = sorted(page.dossier.sources, key=lambda source: source.date.sort_key if source.date else ())
        sources = [source for source in reversed(dated) if source.kind is kind]
        yield f"## {kind.capitalize()} sources {len(sources)} {{ #_{kind} }}"
        yield kind.meaning
        for source in sources:
            yield f"### {source.title} {{ #{source.id} }}"
            yield from _source(page, source)


def _source(page: Manuscript, source: Source) -> Iterator[str]:
    yield page.reference(source)
    is_primary = source == page.dossier.primary_source
    primary = " · the primary source, which holds wherever a record names no other" if is_primary else ""
    yield f"in {language(source.language)}{primary}"
    if source.note:
        yield page.prose(source.note)
    records = page.dossier.supported_by(source)
    yield f"Supports {count(len(records), 'record')}"
    yield "\n".join(
        f"- [{record.term if isinstance(record, Term) else page.sheet.title(record)}]({page.link_to(record)})"
        f" {record.noun}"
        for record in records
    )


def _glossary(page: Manuscript) -> Iterator[str]:
    yield "\n".join(
        f"- {term.term} **{term.name}**{f'. {page.prose(term.text)}' if term.text else ''}"
        f" {page.cite(page.dossier.sources_of(term))}\n{{ #{term.id} }}"
        for term in page.dossier.terms
    )
    yield from page.references()
