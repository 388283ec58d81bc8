"""What was known when, as Markdown: the changes, and what was known by a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...model.as_of import AsOf
from ...model.enumerations import UpdateKind
from ...model.event import Conflict
from ...model.history import Cell, Version
from ...model.standing import Standing, Step
from ...model.statement import Statement
from ...pages import anchors, urls
from ...problems.phrases import count, language
from .events import brief
from .page import MarkdownPage
from .records import bullets, claim, heading, known, words
from .text import escape, link


def changes(page: MarkdownPage) -> Iterator[str]:
    """Write the page of changes."""
    yield from as_of_pages(page)
    by_year = groupby(page.site.changes, key=lambda change: change.standing.as_of.year)
    for year, steps in by_year:
        yield heading(2, str(year), anchors.year(year))
        for statement, former, standing in steps:
            yield heading(3, page.named(statement), anchors.change(statement, standing.step))
            yield words(str(standing.as_of), page.areas(page.dossier.areas_of(statement)))
            yield from bullets(
                [
                    f"{standing.as_of}: {_said(page, statement, standing)}",
                    f"Before, {former.as_of}: {_said(page, statement, former)}",
                ]
            )
    yield from _versions(page)


def _said(page: MarkdownPage, statement: Statement, standing: Standing) -> str:
    return f"{claim(page, standing)} ({known(page, statement, standing)})"


def _versions(page: MarkdownPage) -> Iterator[str]:
    """Write what the versions of the primary source say, a list for each point on which they differ."""
    comparison = page.site.comparison
    if not comparison.points:
        return
    yield heading(2, "The versions of the primary source, side by side")
    number, publisher = len(comparison.versions), escape(page.dossier.primary_source.publisher)
    yield f"{count(number, 'version')} of the page of {publisher} are known:"
    yield from bullets(
        link(escape(_dated(version)), page.link_to(version.source)) for version in comparison.versions
    )
    for statement, cells in comparison.points:
        yield heading(3, page.named(statement))
        yield from bullets(_differing(page, cell) for cell in cells if cell.said)


def _dated(version: Version) -> str:
    date, code = version.when or "no date", version.source.language
    return f"{date}, in {language(code)}" if code != "en" else str(date)


def _differing(page: MarkdownPage, cell: Cell) -> str:
    versions = "; ".join(map(_dated, cell.versions))
    cited = page.numbers(version.source for version in cell.versions)
    return f"{versions} {cited}: {' '.join(_point(page, said) for said in cell.said)}"


def _point(page: MarkdownPage, said: Step | Conflict) -> str:
    text = page.prose_of(said.text) if said.text else ""
    if isinstance(said, Conflict):
        return text
    if said.kind in (UpdateKind.CONFIRMATION, UpdateKind.OMISSION):
        same = "the same" if said.kind is UpdateKind.CONFIRMATION else "not mentioned"
        text = f"{same} ({text})" if text else same
    return f"{text} ({said.status.words})" if said.status else text


def as_of(page: MarkdownPage, year: int) -> Iterator[str]:
    """Write the page of what was known by a year."""
    dossier = page.dossier
    then = AsOf(dossier, year)
    yield (
        f"What sources up to {year} said of the relations between {escape(dossier.partner.name)} and NATO."
        " The links lead to what is known now."
    )
    yield from _by_then(page, then, "Overview", dossier.partner.overview)
    for area in dossier.areas:
        yield from _by_then(page, then, page.areas([area]), area.activities)
    if then.events:
        yield heading(2, "Events")
        yield from bullets(brief(page, event, then.sources_of(event)) for event in then.events)


def _by_then(page: MarkdownPage, then: AsOf, title: str, statements: Sequence[Statement]) -> Iterator[str]:
    told = then.statements(statements)
    if told:
        yield heading(2, title)
    for statement, standing in told:
        yield heading(3, page.named(statement))
        yield claim(page, standing)
        changed = "changed since" if then.has_changed_since(statement) else ""
        yield words(known(page, statement, standing), changed)


def as_of_pages(page: MarkdownPage) -> Iterator[str]:
    """Write links to the pages of what was known by a year."""
    if years := page.dossier.partner.as_of_pages:
        links = ", ".join(f"[{year}]({page.link(urls.as_of_page(year))})" for year in years)
        yield f"What sources said up to a year: {links}."
