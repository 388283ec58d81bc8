"""The records: which keys they have, and what each field takes. What it refuses stands in `bad_data/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import pytest

from dossier.loading.data_folder import load
from dossier.model import field as f
from dossier.model import field_types as v
from dossier.model.dates import PartialDate, Span
from dossier.model.enumerations import Direction, SourceKind, Status, UpdateKind
from dossier.model.event import Conflict
from dossier.model.record import Record
from dossier.model.records import Area, KeyFact, Milestone, Partner, Person, Source, Term, Visit
from dossier.model.registry import Context, Registry
from dossier.model.statement import Activity, Statement, Update
from dossier.problems.problem import Place, Problem
from dossier.yaml_source.nodes import MappingNode, ScalarNode
from dossier.yaml_source.parser import read

R = TypeVar("R", bound=Record)

PLACE = Place("data/x.yml", 1, 1)

CONTRACT: list[tuple[type[Record], str, str]] = [
    (Partner, "name adjective summary primary_source", "key_facts overview not_found as_of_pages"),
    (KeyFact, "label text", "sources"),
    (Area, "title summary activities", "order"),
    (Statement, "id text", "title status topic date as_of sources updates conflicts formerly"),
    (Activity, "id text title status", "topic date as_of sources updates conflicts formerly"),
    (Update, "as_of", "kind text status sources"),
    (Conflict, "text sources", ""),
    (Milestone, "id date title", "text key areas sources conflicts formerly"),
    (
        Visit,
        "id title direction visitors place",
        "date recurring hosts purpose key areas sources conflicts formerly",
    ),
    (Person, "name", "role"),
    (Source, "id title publisher kind url", "date accessed archived read_at gone language note"),
    (Term, "term name", "text sources"),
]


@pytest.mark.parametrize(("model", "required", "optional"), CONTRACT)
def test_a_record_has_the_keys_of_the_contract(model: type[Record], required: str, optional: str) -> None:
    assert set(model.required()) == set(required.split())
    assert model.fields().keys() == {*required.split(), *optional.split()}


def test_the_good_data_use_every_key(good_data: Path) -> None:
    used: dict[str, set[str]] = {}

    for record in load(good_data).records:
        for part in record.walk():
            used.setdefault(part.noun, set()).update(part.origin.by_key)
    for model, required, optional in CONTRACT:
        assert used[model.noun] >= {*required.split(), *optional.split()}


def read_field(field: f.Field[Any], text: str) -> tuple[Any, Registry]:
    """Read a text as the value of a key."""
    registry = Registry()
    return field.read(ScalarNode(PLACE, text), Context('visit "x"', "key", registry)), registry


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (f.TextField(""), " two\n  lines ", "two lines"),
        (f.TextField(""), "NO", "NO"),
        (v.IdField("visit", ""), "2007-talks", "2007-talks"),
        (v.IdField("visit", ""), "x", "x"),
        (v.TermField(""), "PfP (new)", "PfP (new)"),
        (v.DateField(""), "2 July 2007", PartialDate(2007, 7, 2)),
        (v.DateField(""), "2005/..", Span(PartialDate(2005), None)),
        (v.ChoiceField(Status, ""), "under-consideration", Status.UNDER_CONSIDERATION),
        (v.ChoiceField(Direction, ""), "elsewhere", Direction.ELSEWHERE),
        (v.ChoiceField(SourceKind, ""), "press", SourceKind.PRESS),
        (v.ChoiceField(UpdateKind, ""), "omission", UpdateKind.OMISSION),
        (v.NumberField(""), "010", 10),
        (v.NumberField(""), "-1", -1),
        (v.FlagField(""), "true", True),
        (v.FlagField(""), "false", False),
        (v.LanguageField(""), "en", "en"),
        (v.LanguageField(""), "pt-BR", "pt-BR"),
        (v.LanguageField(""), "zh-Hant-TW", "zh-Hant-TW"),
        (v.UrlField(""), "http://example.org", "http://example.org"),
        (v.UrlField(""), "HTTPS://example.org/a_(b)?c=d&e=é#f", "HTTPS://example.org/a_(b)?c=d&e=é#f"),
    ],
)
def test_a_field_takes_this_text(field: f.Field[Any], text: str, value: object) -> None:
    found, registry = read_field(field, text)
    assert (found, registry.problems) == (value, [])


WEB = "write one that starts with http:// or https:// and has no spaces"


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (v.NumberField(""), "1.5", '"1.5" is not a whole number; write for example 1'),
        (v.NumberField(""), "one", '"one" is not a whole number; write for example 1'),
        (v.NumberField(""), "٣½", '"٣½" is not a whole number; write for example 1'),
        (v.FlagField(""), "yes", '"yes" is neither true nor false; write one of these two'),
        (v.FlagField(""), "TRUE", '"TRUE" is neither true nor false; write one of these two'),
        (v.LanguageField(""), "e", '"e" is not the code of a language; write for example en, fr or ru'),
        (v.LanguageField(""), "EN", '"EN" is not the code of a language; write for example en, fr or ru'),
        *(
            (v.UrlField(""), text, f'"{text}" is not a web address; {WEB}')
            for text in (
                *(
                    "example.org",
                    "//example.org/",
                    "https:example.org",
                    "https://",
                    "https:///a",
                    "ftp://a.org/",
                ),
                *("mailto:a@example.org", "javascript:alert(1)", "data:text/html,x", "http://[::1"),
                *("https://a.org/b c", 'https://a.org/"b', "https://a.org/<b>"),
            )
        ),
    ],
)
def test_a_field_refuses_this_text(field: f.Field[Any], text: str, message: str) -> None:
    found, registry = read_field(field, text)
    assert found is None
    assert [(problem.record, problem.message) for problem in registry.problems] == [('visit "x"', message)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("PfP", "pfp"),
        ("C.I.S.", "c-i-s"),
        (" Contact  Point Embassy ", "contact-point-embassy"),
        ("2+2", "2-2"),
    ],
)
def test_a_text_in_kebab_case(text: str, address: str) -> None:
    assert v.kebab_case(text) == address


@pytest.mark.parametrize(
    ("field", "text", "defined", "referenced"),
    [
        (v.IdField("visit", ""), "talks", [("visit", "talks")], []),
        (v.TermField(""), "The Talks", [("term", "the-talks")], []),
        (v.ReferenceField("source", "", ""), "nato-2010", [], [("source", "nato-2010")]),
        (v.ProseField(""), "[a](area:b) and [c](source:d)", [], [("area", "b"), ("source", "d")]),
        (f.TextField(""), "[a](area:b)", [], []),
    ],
)
def test_the_registry_has_the_ids_that_are_defined_and_referenced(
    field: f.Field[Any], text: str, defined: list[tuple[str, str]], referenced: list[tuple[str, str]]
) -> None:
    _, registry = read_field(field, text)
    assert [(name.kind, name.id) for name in registry.defined] == defined
    assert [(name.kind, name.id) for name in registry.referenced] == referenced
    assert {(name.record, name.place) for name in (*registry.defined, *registry.referenced)} <= {
        ('visit "x"', PLACE)
    }


def read_mapping(folder: Path, text: str) -> MappingNode:
    """Read a file that holds one record."""
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    node = read(path.read_bytes(), "data/x.yml", problems.append)
    assert isinstance(node, MappingNode)
    assert problems == []
    return node


def read_record(folder: Path, model: type[R], text: str) -> R:
    """Read a record in which there must be no problem."""
    registry = Registry()
    record = model.read(read_mapping(folder, text), "record", registry)
    assert registry.problems == []
    return record


def test_persons_are_names_or_names_with_a_role(tmp_path: Path) -> None:
    people = "[Rudolf V, {name: Michael}, {name: Jane Doe, role: Head of Protocol}]"
    visit = read_record(
        tmp_path, Visit, f"{{id: a, title: A, direction: to-nato, place: B, date: 2007, visitors: {people}}}"
    )
    assert [(person.name, person.role) for person in visit.visitors] == [
        ("Rudolf V", None),
        ("Michael", None),
        ("Jane Doe", "Head of Protocol"),
    ]


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    visit = read_record(
        tmp_path, Visit, "{id: a, title: A, direction: to-nato, place: B, visitors: [C], recurring: true}"
    )
    assert (visit.date, visit.key, visit.hosts, visit.purpose) == (None, False, (), None)
    assert (visit.areas, visit.sources, visit.conflicts, visit.formerly) == ((), (), (), ())
    source = read_record(
        tmp_path, Source, "{id: a, title: A, publisher: B, kind: press, url: 'https://c.org/'}"
    )
    assert (source.language, source.date, source.accessed, source.archived, source.note) == (
        "en",
        *[None] * 4,
    )


@pytest.mark.parametrize(
    ("model", "text", "parent", "label"),
    [
        (Milestone, "{id: talks}", "", 'milestone "talks"'),
        (Milestone, "{id: ' the\n\n    talks '}", "", 'milestone "the talks"'),
        (Milestone, "{title: Talks}", "", "milestone"),
        (Milestone, "{id: [talks]}", "", "milestone"),
        (Activity, "{title: Talks}", 'area "science"', 'statement of area "science"'),
        (Update, "{text: Talks}", 'statement "talks"', 'update of statement "talks"'),
        (Term, "{term: PfP}", "", 'term "PfP"'),
    ],
)
def test_problems_call_a_record_by_its_id_or_by_what_it_belongs_to(
    model: type[Record], text: str, parent: str, label: str, tmp_path: Path
) -> None:
    assert model.describe(read_mapping(tmp_path, text), parent) == label


def test_a_status_is_shown_in_words() -> None:
    assert [status.words for status in Status] == [
        *("completed", "ongoing", "in development", "planned", "under consideration", "offered", "ended")
    ]
