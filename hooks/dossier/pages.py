"""The pages that a dossier makes, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from .choices import Direction, Kind
from .dossier import Dossier, State, newest_date
from .history import Change, compare_versions, list_changes
from .models import Area, Event, Milestone, Person, Source, Statement, Visit
from .picture import Picture, draw
from .rendering import Heading, Page, SearchEntry, render
from .wording import count


class Pages(Mapping[str, Page]):
    """Every page that the data make, by its path; each is written when it is first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._writers: dict[str, Callable[[], Page]] = {
            **{path: partial(write, dossier) for path, write in WRITERS.items()},
            **{f"areas/{area.id}.md": partial(write_area, dossier, area) for area in dossier.areas},
        }
        self._written: dict[str, Page] = {}

    def __getitem__(self, path: str) -> Page:
        if path not in self._written:
            self._written[path] = self._writers[path]()
        return self._written[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._writers)

    def __len__(self) -> int:
        return len(self._writers)

    def __contains__(self, path: object) -> bool:
        return path in self._writers  # without writing the page


def write_home(dossier: Dossier) -> Page:
    """Write what the relationship is, at a glance."""
    overview, changes = dossier.partner.overview, list_changes(dossier)[:5]
    return render(
        dossier,
        "index.md",
        title=f"{dossier.partner.name}’s relations with NATO",
        description=dossier.partner.summary.plain,
        records=[dossier.partner],
        headings=[
            *([Heading("_timeline", "At a glance")] if dossier.timeline else []),
            *([Heading("_changes", "What changed last")] if changes else []),
            Heading("_areas", "Areas of cooperation"),
            Heading("_milestones", "Newest milestones"),
            Heading("_visits", "Newest visits"),
            *([Heading("_overview", "Overview")] if overview else []),
        ],
        entries=[_statement_entry(dossier, statement) for statement in overview],
        picture=draw_events(dossier.timeline),
        newest=newest_date(dossier.sources),
        changes=changes,
    )


def write_areas(dossier: Dossier) -> Page:
    """Write the list of areas."""
    titles = ", ".join(area.title for area in dossier.areas)
    return render(
        dossier,
        "areas/index.md",
        title="Areas",
        description=f"The areas in which NATO and {dossier.partner.name} cooperate: {titles}.",
        entries=[],
    )


def write_area(dossier: Dossier, area: Area) -> Page:
    """Write what is known of one area."""
    headings = [
        Heading(f"_{stage.name.lower()}", stage.value, _statement_headings(statements))
        for stage, statements in dossier.statements_by_stage(area)
    ]
    if dossier.events_of(area):
        headings.append(Heading("_events", "Events"))
    return render(
        dossier,
        f"areas/{area.id}.md",
        template="area.html",
        title=area.title,
        description=area.summary.plain,
        records=[area],
        headings=headings,
        entries=[_statement_entry(dossier, statement) for statement in area.activities],
        area=area,
        picture=draw_events(dossier.events_of(area)),
    )


def write_timeline(dossier: Dossier) -> Page:
    """Write every record with a date, by year."""
    years = [year for year, _ in dossier.years]
    period = f", {years[0]} to {years[-1]}" if years else ""
    return render(
        dossier,
        "timeline.md",
        title="Timeline",
        description=(
            f"{count(len(dossier.timeline), 'dated record')} of the relations between NATO and"
            f" {dossier.partner.name}{period}, each with its sources."
        ),
        records=dossier.milestones,
        headings=[Heading(f"y{year:04}", str(year)) for year in years],
        entries=[_milestone_entry(milestone) for milestone in dossier.milestones],
        picture=draw_events(dossier.timeline),
        directions=tuple(Direction),
    )


def write_visits(dossier: Dossier) -> Page:
    """Write who met whom, where, when and what for."""
    headings = [Heading("_visits", "Visits by date")] if dossier.dated_visits else []
    if dossier.recurring_visits:
        headings.append(Heading("_recurring", "Recurring visits"))
    if dossier.participants:
        headings.append(Heading("_people", "People"))
    return render(
        dossier,
        "visits.md",
        title="Visits",
        description=(
            f"{count(len(dossier.visits), 'visit')} and meetings between NATO and {dossier.partner.name}:"
            " who came, who received them, where, when and what for."
        ),
        records=dossier.visits,
        headings=headings,
        entries=[_visit_entry(visit) for visit in dossier.visits],
        picture=draw_visits(dossier),
    )


def write_changes(dossier: Dossier) -> Page:
    """Write how what is said changed, step by step and version by version."""
    changes, comparison = list_changes(dossier), compare_versions(dossier)
    years = [
        (year, tuple(steps)) for year, steps in groupby(changes, key=lambda change: change.state.as_of.year)
    ]
    headings = [Heading(f"y{year:04}", str(year)) for year, _ in years]
    if comparison.points:
        headings.append(Heading("_versions", "Versions side by side"))
    return render(
        dossier,
        "changes.md",
        title="What changed",
        description=(
            f"{count(len(changes), 'change')} in what sources say of NATO and {dossier.partner.name}:"
            " what was said before, what is said now, and who says so."
        ),
        headings=headings,
        entries=[_change_entry(dossier, change) for change in changes],
        changes=changes,
        years=years,
        comparison=comparison,
    )


def write_sources(dossier: Dossier) -> Page:
    """Write the documents that everything rests on, and what rests on each."""
    listed = sorted(dossier.sources, key=_by_age, reverse=True)
    groups = [(kind, [source for source in listed if source.kind is kind]) for kind in Kind]
    groups = [(kind, sources) for kind, sources in groups if sources]
    return render(
        dossier,
        "sources.md",
        title="Sources",
        description=(
            f"The documents on which this account of NATO and {dossier.partner.name} rests,"
            " with their addresses and dates, and what rests on each."
        ),
        records=dossier.sources,
        headings=[Heading(f"_{kind}", f"{kind.capitalize()} sources") for kind, _ in groups],
        entries=[
            SearchEntry(
                source.id, source.title, f"{source.publisher}. {source.note.plain if source.note else ''}"
            )
            for source in dossier.sources
        ],
        groups=groups,
        listed=listed,
        sources=listed,
    )


def write_glossary(dossier: Dossier) -> Page:
    """Write what the abbreviations and names mean."""
    return render(
        dossier,
        "glossary.md",
        title="Glossary",
        description=(
            "The abbreviations, bodies and programmes in the relations between NATO"
            f" and {dossier.partner.name}, explained."
        ),
        records=dossier.terms,
        entries=[
            SearchEntry(term.id, term.term, f"{term.name}. {term.text.plain if term.text else ''}")
            for term in dossier.terms
        ],
    )


WRITERS: dict[str, Callable[[Dossier], Page]] = {
    "index.md": write_home,
    "areas/index.md": write_areas,
    "timeline.md": write_timeline,
    "visits.md": write_visits,
    "changes.md": write_changes,
    "sources.md": write_sources,
    "glossary.md": write_glossary,
}
"""The pages that every dossier makes."""

WEIGHT_OF_WHAT_WAS = 0.5
"""In the search: what was said before must not stand above what is said now."""


def draw_events(events: Iterable[Event]) -> Picture | None:
    """Draw events, a lane for each kind."""
    listed = list(events)
    kinds = ("milestone", "visit", "statement")
    return draw(
        (f"{kind.capitalize()}s", kind, [item for item in listed if item.noun == kind]) for kind in kinds
    )


def draw_visits(dossier: Dossier) -> Picture | None:
    """Draw visits, a lane for each direction."""
    visits = [event for event in dossier.timeline if isinstance(event, Visit)]
    names = {
        Direction.TO_NATO: "To NATO",
        Direction.TO_PARTNER: f"To {dossier.partner.name}",
        Direction.ELSEWHERE: "Elsewhere",
    }
    return draw(
        (name, direction.value, [visit for visit in visits if visit.direction is direction])
        for direction, name in names.items()
    )


def _by_age(source: Source) -> tuple[int, ...]:
    return source.date.sort_key if source.date else ()


def _statement_headings(statements: Iterable[Statement]) -> tuple[Heading, ...]:
    return tuple(Heading(statement.id, statement.title) for statement in statements if statement.title)


def _statement_entry(dossier: Dossier, statement: Statement) -> SearchEntry:
    newest = dossier.states(statement)[0]
    conflicts = [f"Another source differs: {conflict.text.plain}" for conflict in statement.conflicts]
    return SearchEntry(
        statement.id, statement.title or newest.text.plain, " ".join([_said(newest), *conflicts])
    )


def _said(state: State) -> str:
    status = f" ({state.status.words})" if state.status else ""
    return f"As of {state.as_of}{status}: {state.text.plain}"


def _change_entry(dossier: Dossier, change: Change) -> SearchEntry:
    statement, former, state = change
    title = statement.title or dossier.states(statement)[0].text.plain
    return SearchEntry(
        change.anchor, f"{title}: before {state.as_of}", _said(former), weight=WEIGHT_OF_WHAT_WAS
    )


def _milestone_entry(milestone: Milestone) -> SearchEntry:
    text = milestone.text.plain if milestone.text else ""
    return SearchEntry(milestone.id, milestone.title, f"{milestone.date}. {text}")


def _visit_entry(visit: Visit) -> SearchEntry:
    when = str(visit.date) if visit.date else "Recurring"
    people = [_called(person) for person in (*visit.visitors, *visit.hosts)]
    purpose = visit.purpose.plain if visit.purpose else ""
    return SearchEntry(visit.id, visit.title, f"{when}, {visit.place}. {'; '.join(people)}. {purpose}")


def _called(person: Person) -> str:
    return f"{person.name}, {person.role}" if person.role else person.name
