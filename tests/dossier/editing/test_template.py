"""Templates of records: they go where they belong, and the check says what is left to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.editing.template import KINDS_BY_NOUN, TemplateError, add_template
from dossier.loading.data_folder import load
from dossier.problems.problem import DataError


@pytest.mark.parametrize("noun", KINDS_BY_NOUN)
def test_what_is_needed_is_what_the_check_misses(noun: str, good_data: Path) -> None:
    name = {"statement": "science", "area": "floods"}.get(noun, "")
    add_template(noun, name, good_data)
    with pytest.raises(DataError) as caught:
        load(good_data)
    messages = [problem.message for problem in caught.value.problems]
    assert [message for message in messages if not re.search(r" is (empty|missing)[;,]", message)] == []


def test_the_place_is_told(good_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (good_data / "milestones.yml").read_text(encoding="utf-8")
    assert main(["new", "milestone", "--data", str(good_data)]) == 0
    line = before.rstrip().count("\n") + 3
    assert capsys.readouterr().out == (
        f"data/milestones.yml:{line}: fill in the milestone here; the check says what is still missing\n"
    )
    after = (good_data / "milestones.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip())
    assert after.splitlines()[line - 1].startswith("- # ")


def test_a_template_that_is_filled_in_is_a_record(good_data: Path) -> None:
    add_template("source", "", good_data)
    path = good_data / "sources.yml"
    text = path.read_text(encoding="utf-8").replace(": # ", ": ").replace("official", "press")
    path.write_text(text, encoding="utf-8")
    (problem,) = load(good_data).warnings
    assert problem.message.startswith("no record names this source")


@pytest.mark.parametrize(
    ("noun", "name", "message"),
    [
        ("mileston", "", 'unknown kind "mileston"; did you mean "milestone"?'),
        ("area", "", 'name the file of an area too, for example "area science"'),
        ("area", "science", "data/areas/science.yml exists already; choose another name"),
        (
            "area",
            "../Civil Defence",
            'bad file name "../Civil Defence"; use small letters, digits and single hyphens, for example'
            ' "civil-defence.yml"',
        ),
        ("statement", "", 'name the file of an area too, for example "statement defence"'),
        ("statement", "sience", 'unknown area "sience"; did you mean "science"?'),
    ],
)
def test_what_cannot_be_added_is_told(noun: str, name: str, message: str, good_data: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        add_template(noun, name, good_data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{id: flood, date: 2007, title: A flood}", "does not end with a list of milestones; add it by hand"),
        ("- id: flood\n  title: [A flood", "correct this first"),
        ("- id: flood\n  title: Fl\xfcsse", "correct this first"),
    ],
)
def test_a_file_without_room_is_left_alone(text: str, message: str, good_data: Path) -> None:
    path = good_data / "milestones.yml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(TemplateError, match=message):
        add_template("milestone", "", good_data)
    assert path.read_bytes() == text.encode("latin-1")
