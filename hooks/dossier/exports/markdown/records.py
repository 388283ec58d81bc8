"""Records as Markdown, in blocks such as paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model.event import Event
from ...model.records import Area, Source, Term
from ...model.standing import Standing, Step
from ...model.statement import Statement
from ...pages.standing_words import earlier_claims, steps_that_matter
from ...problems.phrases import count, language
from .page import MarkdownPage
from .text import escape


def heading(level: int, title: str, anchor: str = "") -> str:
    """Write a heading; its anchor is in the form of PHP Markdown Extra, which most generators know."""
    return f"{'#' * level} {title}" + (f" {{#{anchor}}}" if anchor else "")


def bullets(items: Iterable[str]) -> Iterator[str]:
    """Write a list; nothing if it is empty."""
    if lines := [f"- {item}" for item in items]:
        yield "\n".join(lines)


def words(*parts: str) -> str:
    """Join the parts that are not empty, as on a line of details."""
    return " · ".join(filter(None, parts))


def claim(page: MarkdownPage, standing: Standing) -> str:
    """Write what is claimed, and who says so."""
    return f"{page.prose_of(standing.claim)} {page.numbers(standing.claim_sources)}"


def known(page: MarkdownPage, record: Statement, standing: Standing) -> str:
    """Write the status of a statement, as of when, and by which source if its claim has others."""
    is_seen = page.dossier.is_as_seen(record, standing)
    status = f"{standing.status.words}, " if standing.status else ""
    source = f" {page.numbers([standing.as_of_source])}" if standing.names_as_of_source else ""
    return f"{status}{'as seen on' if is_seen else 'as of'} {standing.as_of}{source}"


def statement(page: MarkdownPage, record: Statement) -> Iterator[str]:
    """Write a statement with its history, on its own page."""
    standings = page.dossier.standings(record)
    newest = standings[-1]
    yield heading(3, escape(page.title_of(record)), record.id)
    yield claim(page, newest)
    on_timeline = page.link(page.urls.on_timeline(record)) if record.date else ""
    yield words(
        known(page, record, newest),
        f"[{record.date} on the timeline]({on_timeline})" if record.date else "",
        page.rests_on_press(newest.claim_sources, newest.as_of),
    )
    if standings[1:]:
        yield from bullets(
            f"{said} {', '.join(_step(page, step) for step in steps)}"
            for said, steps in steps_that_matter(standings)
        )
        yield from _former(page, record, standings)
    yield from conflicts(page, record)
    yield from mentions(page, record)


def _step(page: MarkdownPage, step: Step) -> str:
    remark = f" ({page.prose_of(step.remark)})" if step.remark else ""
    return f"{step.as_of}{remark} {page.numbers(step.own_sources)}"


def _former(page: MarkdownPage, record: Statement, standings: Sequence[Standing]) -> Iterator[str]:
    claims = earlier_claims(standings)
    if claims:
        yield "What was said before:"
        yield from bullets(f"{claim(page, former)} ({known(page, record, former)})" for former in claims)


def conflicts(page: MarkdownPage, record: Event) -> Iterator[str]:
    """Write what other sources say that does not fit."""
    for conflict in record.conflicts:
        sources = page.dossier.sources_of(conflict)
        said = f"**Another source differs:** {page.prose_of(conflict.text)} {page.numbers(sources)}"
        yield words(said, page.rests_on_press(sources))


def mentions(page: MarkdownPage, record: Event) -> Iterator[str]:
    """Write links to the records whose texts link to a record."""
    if records := page.dossier.mentions_of(record):
        yield f"See also: {', '.join(map(page.named, records))}"


def imprint(source: Source) -> str:
    """Write who published a source, when and where."""
    date = f", {source.date}" if source.date else ""
    return words(
        f"{escape(source.publisher)}{date}. <{source.url}>",
        f"read at <{source.read_at}>" if source.read_at else "",
        f"archived copy: <{source.archived}>" if source.archived else "",
    )


def source(page: MarkdownPage, record: Source) -> Iterator[str]:
    """Write a source with all that rests on it, on its own page."""
    yield heading(3, escape(record.title), record.id)
    yield imprint(record)
    is_primary = record == page.dossier.primary_source
    yield words(
        f"in {language(record.language)}",
        f"read {record.accessed}" if record.accessed else "",
        "the primary source, which holds wherever a record names no other" if is_primary else "",
    )
    if record.gone:
        copy = "; the archived copy has it" if record.archived else ""
        yield f"**Gone:** as of {record.gone} the address no longer led to the document{copy}."
    if record.note:
        yield page.prose_of(record.note)
    if records := page.dossier.supported_by(record):
        yield f"Supports {count(len(records), 'record')}:"
        yield from bullets(f"{_supported(page, each)} ({each.noun})" for each in records)


def _supported(page: MarkdownPage, record: Event | Term) -> str:
    if isinstance(record, Term):
        return f"[{escape(record.term)}]({page.link_to(record)})"
    return page.named(record)


def term(page: MarkdownPage, record: Term) -> Iterator[str]:
    """Write a term of the glossary."""
    yield heading(3, escape(record.term), record.id)
    text = f". {page.prose_of(record.text)}" if record.text else ""
    yield f"**{escape(record.name)}**{text} {page.numbers(page.dossier.sources_of(record))}"


def area(page: MarkdownPage, record: Area) -> str:
    """Write a line on an area, as the lists of areas have it."""
    nouns = [event.noun for event in page.dossier.events_of(record)]
    numbers = words(
        count(len(record.activities), "statement"),
        *(count(nouns.count(noun), noun) for noun in ("milestone", "visit") if noun in nouns),
        f"latest as of {page.dossier.newest_of(record)}",
    )
    return f"{page.areas([record])}: {escape(record.summary.plain)} ({numbers})"
