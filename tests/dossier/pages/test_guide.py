"""The editing guide: its examples are right, and its tables say what the models say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.guide import MODELS, field_table, message_list, shown_date
from dossier.problems.catalogue import GROUPS

from ...websites import ROOT

GUIDE = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_the_examples_are_a_dossier(tmp_path: Path) -> None:
    for example in EXAMPLES:
        place, _, text = example.partition("\n")
        file = tmp_path / place.removeprefix("# ")
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as writer:
            writer.write(text)
    dossier = load(tmp_path / "data")
    assert not dossier.warnings
    course = next(statement for statement in dossier.statements if statement.id == "cyber-course")
    assert [update.kind for update in course.updates] == ["confirmation", "change", "omission"]
    assert str(dossier.standing(course).as_of) == "6 November 2018"


@pytest.mark.parametrize("kind", MODELS)
def test_a_table_has_every_key_and_says_which_are_needed(kind: str) -> None:
    rows = LexborHTMLParser(field_table(kind)).css("tbody tr")
    assert [row.css("th code")[0].text() for row in rows] == [*MODELS[kind].fields()]
    needed = [row.css("th code")[0].text() for row in rows if row.css(".nr-needed")]
    assert needed == [*MODELS[kind].required()]
    for row, field in zip(rows, MODELS[kind].fields().values(), strict=True):
        assert field.description in row.text()


def test_the_guide_has_a_table_for_every_kind() -> None:
    assert sorted(re.findall(r'field_table\("(\w+)"\)', GUIDE)) == sorted(MODELS)


def test_every_message_is_listed_with_its_cause() -> None:
    text = LexborHTMLParser(message_list())
    shown = [node.text() for node in text.css("dt code")]
    messages = [message for group in GROUPS for message in group.messages]
    assert shown == [message.outline for message in messages]
    for message, node in zip(messages, text.css("dd"), strict=True):
        assert node.text() == message.cause


def test_dates_are_shown_as_on_the_pages() -> None:
    assert shown_date("2007-07~") == '<time datetime="2007-07">about July 2007</time>'
    shown = re.findall(r'shown_date\("(.*?)"\)', GUIDE)
    assert len(shown) == len(set(shown)) > 0
