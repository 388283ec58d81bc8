"""The editing guide: its examples are right, and its tables say what the models say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.pages.guide import MODELS, field_table, message_list, shown_date
from dossier.problems.catalogue import GROUPS

from ...websites import ROOT

GUIDE = (ROOT / "docs" / "editing" / "index.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)

HOMES = {
    "- id: 2010-seminar": "milestones/example.yml",
    "- id: 2012-programme": "milestones/example.yml",
    "- id: 2024-minister": "visits/example.yml",
    "- id: ministry-2021": "sources/example.yml",
    "- term: IPCP": "glossary/example.yml",
    "# yaml-language-server": "areas/cyber-defence.yml",
    "  - id: cyber-course": "areas/cyber-defence.yml",
    "    conflicts:": "areas/cyber-defence.yml",
}
"""Where the examples belong, by their starts."""


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped data, of which the examples speak."""
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def test_every_example_can_be_copied(shipped: Path) -> None:
    homes = [next(home for start, home in HOMES.items() if text.startswith(start)) for text in EXAMPLES]
    area = next(text for text in EXAMPLES if text.startswith("# yaml"))
    body = area.partition("  - id:")[0]
    statement = next(text for text in EXAMPLES if text.startswith("  - id: cyber-course"))
    conflict = next(text for text in EXAMPLES if text.startswith("    conflicts:"))
    texts = dict(zip(homes, EXAMPLES, strict=True)) | {"areas/cyber-defence.yml": body + statement + conflict}
    texts["milestones/first.yml"] = EXAMPLES[0]
    texts["glossary/example.yml"] = texts["glossary/example.yml"].replace("IPCP", "IPXP")
    for file, text in texts.items():
        (shipped / file).parent.mkdir(exist_ok=True)
        (shipped / file).write_text(text, encoding="utf-8")
    dossier = load(shipped)
    assert [warning.record for warning in dossier.warnings] == ['source "ministry-2021"']
    assert {"2010-seminar", "2012-programme"} <= {milestone.id for milestone in dossier.milestones}


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


def test_every_message_stands_in_the_guide_with_its_cause() -> None:
    text = LexborHTMLParser(message_list())
    shown = [node.text() for node in text.css("dt code")]
    messages = [message for group in GROUPS for message in group.messages]
    assert shown == [message.outline for message in messages]
    for message, node in zip(messages, text.css("dd"), strict=True):
        assert node.text() == message.cause


def test_dates_are_shown_as_on_the_pages() -> None:
    assert shown_date("2007-07~") == '<time datetime="2007-07">about July 2007</time>'
    shown = re.findall(r'shown_date\("(.*?)"\)', GUIDE)
    assert len(shown) == len(set(shown)) == 8
