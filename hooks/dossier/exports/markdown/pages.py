"""The pages as Markdown: each function yields the blocks of a page, in the order of its HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from ...model.enumerations import SourceKind, Status
from ...model.records import Area
from ...model.statement import Statement
from ...pages import anchors, urls
from ...pages.division.home_room import MOST_LATEST
from ...pages.division.lists import OTHER, age
from ...pages.standing_words import age_of
from ...problems.phrases import count
from . import records
from .events import RECURRING, brief, dated, visit
from .history import as_of_pages, changes
from .page import MarkdownPage
from .records import bullets, claim, heading, known, words
from .text import escape


def home(page: MarkdownPage) -> Iterator[str]:
    """Write the home page."""
    dossier = page.dossier
    partner = dossier.partner
    yield page.lead(partner.summary)
    yield from bullets(
        f"{escape(fact.label)}: {page.prose_of(fact.text)} {page.numbers(dossier.sources_of(fact))}"
        for fact in partner.key_facts
    )
    yield f"[{count(len(dossier.timeline), 'event')} on the timeline]({page.link(urls.TIMELINE)})"
    yield heading(2, "Areas of cooperation")
    yield from bullets(records.area(page, area) for area in dossier.areas)
    if partner.overview:
        yield heading(2, "Overview")
        for statement in partner.overview:
            yield from records.statement(page, statement)
    if changes := page.site.changes[:MOST_LATEST]:
        yield heading(2, "What changed last")
        yield from bullets(
            f"{standing.as_of}: {page.named(statement)}: {claim(page, standing)}"
            for statement, _, standing in changes
        )
        yield f"[All changes]({page.link(urls.CHANGES)})"


def areas(page: MarkdownPage) -> Iterator[str]:
    """Write the index of the areas."""
    yield from bullets(records.area(page, area) for area in page.dossier.areas)


def area(page: MarkdownPage, record: Area) -> Iterator[str]:
    """Write the page of an area."""
    dossier = page.dossier
    yield page.prose_of(record.summary)
    numbers = Counter(dossier.standing(activity).status for activity in record.activities)
    yield words(
        *(f"{numbers[status]} {status.words}" for status in Status if numbers[status]),
        f"latest as of {dossier.newest_of(record)}",
    )
    if remark := age_of(record.activities, dossier):
        yield remark
    topics = dossier.topics_of(record)
    for topic, activities in topics:
        if topic or topics[1:]:
            yield heading(2, escape(topic or OTHER.title))
        for activity in activities:
            yield from records.statement(page, activity)
    if events := dossier.events_of(record):
        yield heading(2, "Events")
        yield from bullets(brief(page, event) for event in events)


def timeline(page: MarkdownPage) -> Iterator[str]:
    """Write the timeline."""
    yield from as_of_pages(page)
    for year, events in page.dossier.years:
        yield heading(2, str(year), anchors.year(year))
        for event in events:
            yield from dated(page, event)


def visits(page: MarkdownPage) -> Iterator[str]:
    """Write the page of visits."""
    dossier = page.dossier
    groups = {"Visits by date": dossier.dated_visits, "Recurring visits": dossier.recurring_visits}
    for title, listed in groups.items():
        if listed:
            yield heading(2, title)
            for record in listed:
                yield from visit(page, record)
    if dossier.participants:
        yield heading(2, "People")
        yield "Everyone who visited or hosted, with every visit: persons, groups and offices."
        for participant in dossier.participants:
            yield heading(3, escape(participant.person.name), anchors.person(participant.person))
            yield from bullets(
                f"{record.date or RECURRING}: {page.named(record)}"
                + (f", as {escape(then.role)}" if then.role else "")
                for then, record in participant.visits
            )


def open_questions(page: MarkdownPage) -> Iterator[str]:
    """Write the page of open questions."""
    dossier = page.dossier
    if dossier.unconfirmed:
        yield heading(2, "Outcome not known")
        yield "Planned, offered, considered or in development when last reported."
        for statement in dossier.unconfirmed:
            newest = dossier.standing(statement)
            yield heading(3, page.named(statement))
            yield claim(page, newest)
            yield words(known(page, statement, newest), page.areas(dossier.areas_of(statement)))
    if disputed := [event for event in dossier.records.events if event.conflicts]:
        yield heading(2, "Where sources differ")
        for event in disputed:
            yield heading(3, page.named(event))
            if isinstance(event, Statement):
                yield claim(page, dossier.standing(event))
            elif event.date:
                yield str(event.date)
            yield from records.conflicts(page, event)
    if dossier.partner.not_found:
        yield heading(2, "Looked for and not found")
        yield from bullets(map(page.prose_of, dossier.partner.not_found))


def sources(page: MarkdownPage) -> Iterator[str]:
    """Write the page of sources."""
    yield from as_of_pages(page)
    newest = sorted(page.dossier.sources, key=age, reverse=True)
    for kind in SourceKind:
        listed = [source for source in newest if source.kind is kind]
        if listed:
            yield heading(2, f"{kind.capitalize()} sources")
            yield kind.meaning
        for source in listed:
            yield from records.source(page, source)


def glossary(page: MarkdownPage) -> Iterator[str]:
    """Write the glossary."""
    for term in page.dossier.terms:
        yield from records.term(page, term)


def references(page: MarkdownPage) -> Iterator[str]:
    """Write the list of the sources that a page cites, by their numbers."""
    if page.cited:
        yield heading(2, "Sources of this page")
        yield "\n".join(
            f"{number}. [{escape(source.title)}]({page.link_to(source)}). {records.imprint(source)}"
            for number, source in enumerate(page.cited, start=1)
        )


WRITERS: Mapping[str, Callable[[MarkdownPage], Iterator[str]]] = {
    urls.HOME: home,
    urls.AREAS: areas,
    urls.TIMELINE: timeline,
    urls.VISITS: visits,
    urls.OPEN_QUESTIONS: open_questions,
    urls.CHANGES: changes,
    urls.SOURCES: sources,
    urls.GLOSSARY: glossary,
}
"""The functions that write the pages of every dossier, by URL."""
