"""The table of kinds: a new kind is a class and a row, and everything else follows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest

from dossier.editing.schema import describe
from dossier.loading.data_folder import load
from dossier.model.dates import When
from dossier.model.event import Areas, Conflicts, Event, Sources
from dossier.model.field import TextField
from dossier.model.field_types import DateField, IdField, ProseField
from dossier.model.kinds import KINDS, Kind
from dossier.model.prose import Prose
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages
from dossier.pages.urls import Urls
from dossier.problems.problem import DataError


@dataclass(frozen=True, kw_only=True)
class Agreement(Event):
    """A made-up kind of records."""

    noun = "agreement"

    id: Annotated[str, IdField("agreement", "The permanent id.")]
    date: Annotated[When, DateField("The day of the signature.")]
    title: Annotated[str, TextField("What was agreed.")]
    text: Annotated[Prose | None, ProseField("What it says.")] = None
    areas: Areas = ()
    sources: Sources = ()
    conflicts: Conflicts = ()


MORE_KINDS = (*KINDS, Kind(Agreement, "agreements"))
RAILWAYS = """
- id: railways
  date: 2006-03
  title: An agreement on railways
  text: It follows [the treaty](milestone:treaty).
  areas: [science]
"""


@pytest.fixture
def agreements(good_data: Path) -> Path:
    (good_data / "agreements.yml").write_text(RAILWAYS, encoding="utf-8")
    flood = "- {id: flood, date: 2007, title: A flood, text: 'After [it](agreement:railways).'}"
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "flood.yml").write_text(flood, encoding="utf-8")
    return good_data


def test_a_new_kind_is_read_and_linked(agreements: Path) -> None:
    dossier = load(agreements, kinds=MORE_KINDS)
    (railways,) = dossier.records.of(Agreement)
    assert railways in dossier.timeline
    assert railways in dossier.events_of(dossier.areas[0])
    assert [event.id for event in dossier.mentions_of(railways)] == ["flood"]
    assert railways in dossier.supported_by(dossier.primary_source)
    assert Urls(dossier).of(railways) == "timeline/#railways"


def test_a_new_kind_is_checked(agreements: Path) -> None:
    text = RAILWAYS.replace("railways", "treaty").replace("2006-03", "2006-13") + "  arears: [science]\n"
    (agreements / "agreements.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(agreements, kinds=MORE_KINDS)
    assert [problem.words for problem in caught.value.problems] == [
        'agreement "treaty": impossible date "2006-13"; months go from 01 to 12',
        'agreement "treaty": unknown key "arears"; did you mean "areas"?',
        'milestone "treaty": the id "treaty" is used twice; agreement "treaty" has it at'
        " data/agreements.yml:2:7, so choose another for the new record, and leave the published one as it"
        " is",
        'milestone "flood": unknown agreement "railways"; use one of: treaty',
    ]


def test_a_new_kind_is_listed_and_searched(agreements: Path) -> None:
    pages = SitePages(SiteContext(load(agreements, kinds=MORE_KINDS)))
    timeline = pages["timeline.md"]
    assert 'id="railways"' in timeline.body
    assert 'name="kind" value="agreement"' in timeline.body
    assert ("railways", "An agreement on railways") in {
        (entry.anchor, entry.title) for entry in timeline.entries
    }
    assert "An agreement on railways" in pages["areas/science.md"].body


def test_a_new_kind_has_a_schema() -> None:
    schema = describe(MORE_KINDS[-1])
    assert list(schema["definitions"]["agreement"]["properties"]) == [*Agreement.fields()]
