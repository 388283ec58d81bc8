"""The anchors of what a page has beside its records.

Those of the page's own parts start with an underscore, which no record's id can.
"""

from __future__ import annotations

from ..model.field_types import kebab_case
from ..model.records import Person, Source, Term
from ..model.standing import Step
from ..model.statement import Statement

REFERENCES = "_sources"
"""The anchor of the list of sources at the foot of a page."""


def year(number: int) -> str:
    """Return the anchor of a year, such as `y2007`."""
    return f"y{number:04}"


def topic(name: str) -> str:
    """Return the anchor of a topic on the page of its area."""
    return f"_topic-{kebab_case(name)}"


def reference(number: int) -> str:
    """Return the anchor of a source at the foot of a page that cites it."""
    return f"_source-{number}"


def cited(number: int) -> str:
    """Return the anchor of the place where a page first cites a source."""
    return f"_cited-{number}"


def tooltip(term: Term) -> str:
    """Return the anchor of the explanation of a term."""
    return f"_hint-{term.id}"


def person(someone: Person) -> str:
    """Return the anchor of the visits of a person, on the page of visits."""
    return f"_person-{someone.key}"


def supported(source: Source) -> str:
    """Return the anchor of the records that rest on a source."""
    return f"_supported-{source.id}"


def change(statement: Statement, step: Step) -> str:
    """Return the anchor of a change on the page of changes: the statement's id and the date."""
    date = step.as_of.newest.iso
    alike = [update for update in statement.updates if update.as_of.newest.iso == date]
    number = alike.index(step.record) if step.record in alike else 0
    return f"{statement.id}_{date}" + (f"_{number + 1}" if number else "")
