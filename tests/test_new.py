"""A conversation that adds a record: what it asks, what it refuses, and what it writes."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

from dossier.asking import ANSWER, Questions
from dossier.draft import Draft
from dossier.loading import load
from dossier.models import Milestone, Source, Statement, Visit
from dossier.new import BY_HAND, KINDS
from dossier.reading import Scalar
from dossier.records import Record
from dossier.writing import Home

from .websites import ROOT

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", "TERM": "dumb"}

YES = ""
"""Enter: takes what is offered, leaves out what is optional, ends a list."""


@pytest.fixture
def bare_data(good_data: Path) -> Path:
    """The least that makes a site: a partner and its source."""
    for path in [*good_data.rglob("*.yml")]:
        if path.stem != "sources":
            path.unlink()
    text = "name: A\nadjective: A\nsummary: A.\nprimary_source: nato-2010"
    (good_data / "partner.yml").write_text(text, encoding="utf-8")
    return good_data


def command(kind: str, data: Path) -> list[str]:
    return [sys.executable, "-m", "dossier", "new", *filter(None, [kind]), "--data", str(data)]


def answer(data: Path, kind: str, *answers: str, status: int = 0) -> str:
    """What a conversation prints; it must end as expected, without a traceback."""
    done = subprocess.run(
        command(kind, data),
        input="".join(f"{line}\n" for line in answers).encode(errors="surrogateescape"),
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (status, "")
    return done.stdout.decode().replace(os.linesep, "\n")


def added(data: Path, file: str, kind: str, *answers: str) -> tuple[str, str]:
    """What a conversation prints, and what it adds to the end of a file of data without problems."""
    path = data / file
    before = path.read_bytes() if path.exists() else b""
    printed = answer(data, kind, *answers)
    content = path.read_bytes()
    assert content.startswith(before)
    load(data)
    return printed, content.removeprefix(before).decode()


def test_a_milestone_is_added_whatever_mistakes_were_made_on_the_way(good_data: Path) -> None:
    printed, text = added(
        good_data,
        "milestones.yml",
        "milestone",
        *("", "02/07/2007", "2 July 2007"),
        *("", "A summit:  the first"),
        *("After [talks](milestone:talk).", "After [talks](milestone:talks)."),
        *("sciense", "9", "1, defence", "1", ""),
        *("nato-2011", "zenda-gazette", ""),
        *("treaty", "y2007", "A Summit", "a-summit"),
        YES,
    )
    assert (
        text
        == """
- id: a-summit
  date: 2 July 2007
  title: "A summit: the first"
  text: After [talks](milestone:talks).
  areas: [science, defence]
  sources: [zenda-gazette]
"""
    )
    for message in (
        '"date" is empty; write a date, for example "date: 2007-07-02"',
        'ambiguous date "02/07/2007"; write 2007-07-02 for 2 July or 2007-02-07 for 7 February',
        '"title" is empty; write text, for example "title: A few words"',
        'unknown milestone "talk"; did you mean "talks"?',
        'unknown area "sciense"; did you mean "science"?',
        'unknown area "9"; use one of: science, defence',
        'unknown source "nato-2011"; did you mean "nato-2010"?',
        'the id "treaty" is used twice; milestone "treaty" has it at data/milestones.yml:2:7,'
        " so choose another",
        'the id "y2007" is taken by the site itself; choose another',
        'bad id "A Summit"; use small letters, digits and single hyphens, for example "a-summit"',
    ):
        assert f"  {message}\n" in printed
    assert "\n  Enter takes: 2007-a-summit-the-first\n" in printed
    assert printed.endswith(
        "\nWritten: data/milestones.yml, line 29\n"
        "While make serve runs, it is on http://127.0.0.1:8000/timeline/#a-summit\n"
        "To add conflicts, edit the file; the editing guide tells how.\n"
    )


def test_a_question_says_what_is_asked_for(good_data: Path) -> None:
    printed = answer(good_data, "milestone", "2007", "A summit", YES, status=1)
    assert (
        printed.partition("\n\n")[2]
        == """\
date: The date of the event, as exactly as the source gives it.
  For example 2007, 2007-07, 2007-07-02, 2 July 2007 or 2005/2009.
>\x20
title: What happened, in a few words.
  For example: A few words
>\x20
text (optional): What else the source says of the event, in words of your own.
  Links are written as [text](https://...), or as [text](visit:ID) and the like.
>\x20
areas (optional): The ids of the areas to which it belongs. The name of an area's file is its id.
   1  science  Science
   2  defence  Defence reform
  One by one, or several with commas between them; Enter ends the list.
>\x20
Nothing was written.
"""
    )


def test_a_word_is_shown_with_what_it_means(good_data: Path) -> None:
    printed = answer(good_data, "visit", "2007", YES, "Talks", status=1)
    assert (
        "\ndirection: Which way the visit went.\n"
        "   1  to-nato     The partner country visited NATO, one of its bodies or commands.\n"
        "   2  to-partner  Somebody visited the partner country.\n"
        "   3  elsewhere   They met in another place.\n> "
    ) in printed


def test_a_visit_is_added_with_those_who_took_part(good_data: Path) -> None:
    printed, text = added(
        good_data,
        "visits.yml",
        "visit",
        *("2011", "true"),
        *("The king in Vienna", "too", "3"),
        *("", "Rudolf V", "King of Ruritania", "Officers (two groups)", "", ""),
        *("Jane Doe", "", ""),
        *("Vienna", YES, "true", YES, YES, YES, YES),
    )
    assert (
        text
        == """
- id: 2011-the-king-in-vienna
  date: 2011
  recurring: true
  title: The king in Vienna
  direction: elsewhere
  visitors:
    - name: Rudolf V
      role: King of Ruritania
    - Officers (two groups)
  hosts:
    - Jane Doe
  place: Vienna
  milestone: true
"""
    )
    empty = '"visitors" is empty; add at least one entry, for example "visitors: [{name: Jane Doe}]"'
    assert f"  {empty}\n" in printed
    assert "http://127.0.0.1:8000/visits/#2011-the-king-in-vienna\n" in printed


NO_DATE = 'the key "date" is missing; add for example "date: 2007-07-02", or "recurring: true"'
NOT_RECURRING = 'a visit that does not recur needs a date; add for example "date: 2007"'


@pytest.mark.parametrize(
    ("mending", "messages", "dates", "identifier"),
    [
        (["2007"], [NO_DATE], ["date: 2007"], "2007-talks"),
        ([YES, "1"], [NO_DATE, NO_DATE], ["recurring: true"], "recurring-talks"),
        (
            [YES, "false", "2007"],
            [NO_DATE, NO_DATE, NOT_RECURRING],
            ["date: 2007", "recurring: false"],
            "2007-talks",
        ),
        (
            [YES, "false", YES, "true"],
            [NO_DATE, NO_DATE, NOT_RECURRING, NOT_RECURRING],
            ["recurring: true"],
            "recurring-talks",
        ),
    ],
)
def test_a_visit_has_a_date_or_comes_again_and_again(
    mending: list[str], messages: list[str], dates: list[str], identifier: str, good_data: Path
) -> None:
    rest = ["Talks", "to-nato", "Officers", YES, YES, YES, "Brussels", *[YES] * 5, YES]
    printed, text = added(good_data, "visits.yml", "visit", YES, YES, *mending, *rest)
    assert text.splitlines()[1:-5] == [f"- id: {identifier}", *(f"  {line}" for line in dates)]
    either = "|".join(map(re.escape, (NO_DATE, NOT_RECURRING)))
    assert re.findall(f"  ({either})\n", printed) == messages


@pytest.mark.parametrize("place", ["science", "2"])
def test_a_statement_is_added_to_its_area(place: str, good_data: Path) -> None:
    printed, text = added(
        good_data,
        "areas/science.yml",
        "statement",
        *("sience", place),
        *("A dam", "", "onging", "2", YES, "A text.", *[YES] * 4),
    )
    assert text == "\n  - id: a-dam\n    title: A dam\n    status: ongoing\n    text: A text.\n"
    assert '  unknown place "sience"; did you mean "science"?\n' in printed
    assert '  "status" is empty; write a status, for example "status: completed"\n' in printed
    assert '  unknown status "onging"; did you mean "ongoing"?\n' in printed
    assert printed.endswith(
        "\nWritten: data/areas/science.yml, line 31\n"
        "While make serve runs, it is on http://127.0.0.1:8000/areas/science/#a-dam\n"
        "To add updates or conflicts, edit the file; the editing guide tells how.\n"
    )


def test_a_statement_is_added_to_the_overview(good_data: Path) -> None:
    printed, text = added(
        good_data, "partner.yml", "statement", "home page", *[YES] * 3, "No title.", YES, YES, "only", YES
    )
    assert text == "\n  - id: only\n    text: No title.\n"
    assert "http://127.0.0.1:8000/#only\n" in printed


def test_the_first_statement_of_the_overview_gets_its_key(bare_data: Path) -> None:
    _, text = added(bare_data, "partner.yml", "statement", "1", *[YES] * 3, "A.", *[YES] * 4)
    assert text == "\n\noverview:\n  - id: a\n    text: A.\n"


def test_a_statement_is_dated_where_its_source_is_not(good_data: Path) -> None:
    path = good_data / "sources" / "zenda-gazette.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("date: March 14, 2012\n", ""), encoding="utf-8")
    answers = ["A dam", "planned", YES, "A text.", YES, "zenda-gazette", YES, YES, "2011", YES, YES]
    printed, text = added(good_data, "areas/defence.yml", "statement", "defence", *answers)
    assert text.endswith("    as_of: 2011\n    sources: [zenda-gazette]\n")
    assert (
        '  the key "as_of" is missing, and source "zenda-gazette" has no date;'
        ' add for example "as_of: 2011"\n' in printed
    )


def test_a_source_without_a_date_can_be_exchanged(good_data: Path) -> None:
    path = good_data / "sources" / "zenda-gazette.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("date: March 14, 2012\n", ""), encoding="utf-8")
    answers = ["A dam", "planned", YES, "A text.", YES, "zenda-gazette", YES, "", "Sources", "nato-2010"]
    printed, text = added(good_data, "areas/defence.yml", "statement", "defence", *answers, YES, YES, YES)
    assert text.endswith("    text: A text.\n    sources: [nato-2010]\n")
    missing = printed.partition('the key "as_of" is missing')[2]
    assert (
        "\nas_of: The date of which the source speaks.\n"
        "  For example 2007, 2007-07, 2007-07-02, 2 July 2007 or 2005/2009.\n"
        "  To answer another key again, write its name: title, status, date, text, sources.\n> "
    ) in missing
    assert '  "as_of" is empty; write a date, for example "as_of: 2007-07-02"\n' in missing
    assert "\nsources (optional): " in missing


def test_a_source_is_added_and_waits_to_be_named(good_data: Path) -> None:
    printed, text = added(
        good_data,
        "sources.yml",
        "source",
        *("A paper", "NATO", "press", "nato.int", "https://www.nato.int/x#y", "2010", "2011-01-02"),
        *("", "English", "en", "", YES, YES),
    )
    assert (
        text
        == """
- id: nato-2010-2
  title: A paper
  publisher: NATO
  kind: press
  url: https://www.nato.int/x#y
  date: 2010
  accessed: 2011-01-02
  language: en
"""
    )
    assert "comes first" not in printed
    assert printed.endswith(
        'data/sources.yml:9:3: warning: source "nato-2010-2": no record names this source;'
        ' name it under "sources" of a record, or delete it\n1 warning in 1 file\n'
    )


def test_a_document_may_have_been_read_today(good_data: Path) -> None:
    before = date.today()
    answers = ["A paper", "NATO", "Press", "https://a.example/", "2010", "Today"]
    printed, text = added(good_data, "sources.yml", "source", *answers, *[YES] * 5)
    read = date.fromisoformat(text.partition("accessed: ")[2].strip())
    assert before <= read <= date.today()
    assert f" or 2005/2009. Or write today for {read}.\n" in printed
    assert printed.count("write today") == 1


def test_the_kind_is_asked_for_where_it_is_not_given(good_data: Path) -> None:
    printed, text = added(good_data, "milestones.yml", "", "term", "1", "2007", "A", *[YES] * 3, YES, YES)
    assert text == "\n- id: 2007-a\n  date: 2007\n  title: A\n"
    assert "   1  milestone  An event in the relationship.\n   2  visit      A visit" in printed
    assert '  unknown kind "term"; use one of: milestone, visit, statement, source\n' in printed


def test_an_answer_can_be_given_anew_at_the_end(good_data: Path) -> None:
    printed, text = added(
        good_data,
        "milestones.yml",
        "milestone",
        *("2007", "Q", *[YES] * 3, YES, "titel", "title", "A", "text", "B.", "id", YES, "y"),
    )
    assert '  unknown answer "titel"; did you mean "title"?\n' in printed
    assert text == "\n- id: 2007-a\n  date: 2007\n  title: A\n  text: B.\n"


@pytest.mark.parametrize("word", ["yes", "y", "No", "n"])
def test_an_answer_to_the_last_question_is_no_id(word: str, good_data: Path) -> None:
    printed, text = added(good_data, "milestones.yml", "milestone", "2007", "A", *[YES] * 3, word, YES, YES)
    assert text == "\n- id: 2007-a\n  date: 2007\n  title: A\n"
    assert f'  "{word}" is not an id; whether the record is written is asked next\n' in printed


def test_a_title_has_no_full_stop(good_data: Path) -> None:
    titles = ["A summit.", "Talks in the U.S."]
    printed, text = added(good_data, "milestones.yml", "milestone", "2007", *titles, *[YES] * 5)
    assert text.endswith("  title: Talks in the U.S.\n")
    assert printed.count("  a title has no full stop at its end; write it without\n") == 1


def test_a_kind_is_found_by_a_part_of_what_it_means(good_data: Path) -> None:
    printed = answer(good_data, "", "meeting", "", "Visit", status=1)
    found = "   2  visit      A visit or a meeting.\n"
    assert f"kind>   Write one of these, or its number:\n{found}kind> " in printed
    assert "kind>   Write one of these, or its number:\n   1  milestone  An event" in printed
    assert "\ndate (optional): The date of the visit" in printed


@pytest.mark.parametrize(
    ("place", "offered", "file"),
    [
        (["REFORM", "defence"], "   3  defence    Defence reform\n", "areas/defence.yml"),
        (["Defence"], "", "areas/defence.yml"),
        (["home"], "", "partner.yml"),
        (["Home Page"], "", "partner.yml"),
        (["whole", "1"], "   1  home page  What holds for the whole.\n", "partner.yml"),
    ],
)
def test_a_place_is_found_by_a_part_of_what_it_means(
    place: list[str], offered: str, file: str, good_data: Path
) -> None:
    answers = [*place, "A dam", "Planned", YES, "A.", *[YES] * 4]
    printed, text = added(good_data, file, "statement", *answers)
    assert f"place> {offered and '  Write one of these, or its number:'}\n{offered}" in printed
    assert "    status: planned\n" in text


def test_another_spelling_of_a_word_is_understood(good_data: Path) -> None:
    answers = ["2007", "Yes", "FALSE", "Talks", "to NATO", "To-NATO", "Officers", YES, YES, YES, "Brussels"]
    printed, text = added(
        good_data, "visits.yml", "visit", *answers, YES, "n", "2", "reform, sci", "1,2", *[YES] * 4
    )
    assert "  recurring: false\n" in text
    assert "  direction: to-nato\n" in text
    assert "  milestone: false\n  areas: [science, defence]\n" in text
    for offered in (
        "   1  true   Yes.\n",
        "   1  to-nato     The partner country visited NATO, one of its bodies or commands.\n",
        "   2  false  No.\n",
        "   1  science  Science\n   2  defence  Defence reform\n",
    ):
        assert f">   Write one of these, or its number:\n{offered}> " in printed


@pytest.mark.parametrize(
    ("answers", "status"),
    [(["2007", "A", *[YES] * 4, "no"], 0), (["2007", "A"], 1), ([], 1), (["2007", "A", *[YES] * 4], 1)],
)
def test_nothing_is_written_unless_it_is_wanted(answers: list[str], status: int, good_data: Path) -> None:
    before = (good_data / "milestones.yml").read_bytes()
    assert answer(good_data, "milestone", *answers, status=status).endswith("\nNothing was written.\n")
    assert (good_data / "milestones.yml").read_bytes() == before


def test_problems_that_were_there_before_come_first(good_data: Path) -> None:
    with (good_data / "milestones.yml").open("a", encoding="utf-8") as file:
        file.write("- id: a\n  date: 2007\n")
    assert answer(good_data, "milestone", "2007", status=1) == (
        'data/milestones.yml:28:3: milestone "a": the key "title" is missing;'
        ' add for example "title: A few words"\n'
        "1 problem in 1 file\n"
        "Mend this first; then a record can be added.\n"
    )


def test_a_list_in_brackets_is_to_be_mended_first(good_data: Path) -> None:
    statement = "{id: officer-courses, title: A, status: planned, text: A.}"
    text = f"title: A\nsummary: A.\nactivities: [{statement}]\n"
    (good_data / "areas" / "defence.yml").write_text(text, encoding="utf-8")
    assert answer(good_data, "statement", "defence", status=1).endswith(
        'data/areas/defence.yml:3:13: nothing can be added here; start each entry with "- " on a line of its'
        " own, without brackets\n1 problem in 1 file\nMend this first; then a record can be added.\n"
    )


@pytest.mark.parametrize(
    ("content", "file", "schema"),
    [
        (None, "milestones.yml", "schema/milestones.schema.json"),
        ("[]\n", "milestones/more.yml", "../schema/milestones.schema.json"),
        ("id: talks\ndate: 2007\ntitle: A\n", "milestones/more.yml", "../schema/milestones.schema.json"),
    ],
)
def test_a_collection_gets_a_file_where_it_has_none(
    content: str | None, file: str, schema: str, bare_data: Path
) -> None:
    if content:
        (bare_data / "milestones.yml").write_text(content, encoding="utf-8")
    _, text = added(bare_data, file, "milestone", "2007", "A", *[YES] * 5)
    modeline = f"# yaml-language-server: $schema={schema}\n"
    assert text == f"{modeline}- id: 2007-a\n  date: 2007\n  title: A\n"


def test_one_of_many_sources_is_found_by_a_part_of_its_name(good_data: Path) -> None:
    sources = (
        f"id: paper-{number}\ntitle: Title {number}\npublisher: A\nkind: press\nurl: https://a.example/\n"
        for number in range(10, 22)
    )
    for number, text in enumerate(sources):
        (good_data / "sources" / f"{number}.yml").write_text(text, encoding="utf-8")
    printed, text = added(
        good_data,
        "milestones.yml",
        "milestone",
        "2007",
        "A",
        YES,
        YES,
        "title 1",
        "?",
        "3, 14",
        YES,
        YES,
        YES,
    )
    assert text.endswith("  sources: [paper-11, zenda-gazette]\n")
    question, found, everything, *_ = printed.partition("\nsources")[2].split("> ")
    assert "  There are 14; ? lists them all, a part of a name those that have it.\n" in question
    heading, first, *rest = found.splitlines()
    assert (heading, first) == ("  Write one of these, or its number:", "   2  paper-10       Title 10")
    assert len(rest) == 9
    assert len(everything.splitlines()) == 15


def test_a_character_that_no_file_may_have_is_refused(good_data: Path) -> None:
    printed, text = added(
        good_data, "milestones.yml", "milestone", "2007", "A\x07", "B\x7f", "C\udcff", "Дӯшанбе", *[YES] * 5
    )
    assert text == "\n- id: 2007\n  date: 2007\n  title: Дӯшанбе\n"
    assert printed.count("  this text has a character that cannot be shown; delete it\n") == 3


def test_a_file_that_cannot_be_written_is_named(bare_data: Path) -> None:
    (bare_data / "milestones.yml").write_text("[]\n", encoding="utf-8")
    (bare_data / "milestones").write_text("This file is in the way.\n", encoding="utf-8")
    printed = answer(bare_data, "milestone", "2007", "A", *[YES] * 5, status=1)
    assert printed.endswith("/data/milestones: this file cannot be written: File exists\n")


@pytest.mark.parametrize(
    ("model", "answers", "identifier"),
    [
        (Milestone, {"date": "July 2007", "title": "The king's “first” visit"}, "2007-the-kings-first-visit"),
        (Milestone, {"date": "../2004", "title": "Žemlja, naïve"}, "2004-zemlja-naive"),
        (Milestone, {"date": "2007", "title": "word " * 20}, "2007-word-word-word-word-word-word-word"),
        (Visit, {"title": "Yearly talks"}, "recurring-yearly-talks"),
        (Statement, {"title": "Y2007", "text": "A."}, "y2007-2"),
        (Statement, {"title": "Treaty", "text": "A."}, "treaty-2"),
        (
            Statement,
            {"text": "A text of *some* words that goes on and on."},
            "a-text-of-some-words-that-goes-on-and",
        ),
        (Statement, {"title": "Дӯшанбе", "text": "A."}, ""),
        (Source, {"publisher": "Zendaer Zeitung", "date": "2012"}, "zendaer-zeitung-2012"),
        (Source, {"publisher": "NATO", "date": "2010"}, "nato-2010-2"),
        (Source, {"publisher": "Treaty"}, "treaty"),
    ],
)
def test_a_free_id_is_suggested(
    model: type[Record], answers: dict[str, str], identifier: str, good_data: Path
) -> None:
    nodes = {key: Scalar(ANSWER, text) for key, text in answers.items()}
    draft = Draft(model, Home(good_data / "x.yml", "x.yml"), Questions(good_data, load(good_data)), {**nodes})
    assert draft.suggested_id() == identifier


on_terminals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


@contextmanager
def terminal(kind: str, data: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A terminal in which a conversation runs, as a file descriptor, and the process."""
    import pty  # Windows has none

    screen, keyboard = pty.openpty()
    process = subprocess.Popen(
        command(kind, data),
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        env=ENVIRONMENT,
        start_new_session=True,
    )
    os.close(keyboard)
    try:
        yield screen, process
    finally:
        process.kill()
        process.wait()
        os.close(screen)


def wait_for(text: str, screen: int) -> str:
    """Read a terminal until a text is shown, and no further: what follows may be waited for next."""
    shown = b""
    while text.encode() not in shown:
        ready, _, _ = select.select([screen], [], [], 20)
        assert ready, shown.decode()
        shown += os.read(screen, 1)
    return shown.decode()


@on_terminals
def test_a_person_adds_a_milestone_in_a_terminal(good_data: Path) -> None:
    with terminal("milestone", good_data) as (screen, process):
        for question, keys in (
            ("For example 2007, 2007-07, ", "2007\n"),
            ("For example: A few words", "A fload\x7f\x7f\x7food\n"),
            ("text (optional)", "\n"),
            ("areas (optional)", "sc\t\n"),
            ("another> ", "\n"),
            ("sources (optional)", "\n"),
            ("Enter takes: 2007-a-flood", "\n"),
            ("asks for it again> ", "\n"),
        ):
            wait_for(question, screen)
            os.write(screen, keys.encode())
        wait_for("Written: data/milestones.yml, line 29", screen)
        assert process.wait(20) == 0
    assert (
        (good_data / "milestones.yml")
        .read_text(encoding="utf-8")
        .endswith("\n- id: 2007-a-flood\n  date: 2007\n  title: A flood\n  areas: [science]\n")
    )


@on_terminals
@pytest.mark.parametrize("end", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_a_person_stops_with_nothing_written(end: str, good_data: Path) -> None:
    before = (good_data / "milestones.yml").read_bytes()
    with terminal("milestone", good_data) as (screen, process):
        wait_for("> ", screen)
        if end == "\x03":
            process.send_signal(signal.SIGINT)  # what a terminal does for Ctrl-C
            end = "\n"  # a signal that comes just before the wait for a key is noticed after it
        os.write(screen, end.encode())
        assert "Traceback" not in wait_for("Nothing was written.", screen)
        assert process.wait(20) == 1
    assert (good_data / "milestones.yml").read_bytes() == before


NEW_SOURCE = "- id: {id}\n  title: A paper\n  publisher: A\n  kind: press\n  url: https://a.example/\n"


@on_terminals
def test_a_source_that_was_added_meanwhile_is_known(good_data: Path) -> None:
    sources = good_data / "sources.yml"
    with terminal("milestone", good_data) as (screen, process):
        for question, keys in (
            ("For example 2007, ", "2007\n"),
            ("For example: A few words", "A flood\n"),
            ("text (optional)", "\n"),
            ("areas (optional)", "\n"),
        ):
            wait_for(question, screen)
            os.write(screen, keys.encode())
        wait_for("zenda-gazette", screen)
        before = sources.read_text(encoding="utf-8")
        sources.write_text(f"{before}\n{NEW_SOURCE.format(id='a paper')}", encoding="utf-8")
        os.write(screen, b"new-paper\n")
        wait_for("The data have a problem now, so nothing new is known; make check tells which.", screen)
        wait_for('unknown source "new-paper"', screen)
        sources.write_text(f"{before}\n{NEW_SOURCE.format(id='new-paper')}", encoding="utf-8")
        os.write(screen, b"paper\n")
        wait_for("   3  new-paper      A paper", screen)
        os.write(screen, b"3, 2\n\n\n\n")
        wait_for("Written: data/milestones.yml, line 29", screen)
        assert process.wait(20) == 0
    written = (good_data / "milestones.yml").read_text(encoding="utf-8")
    assert written.endswith("  title: A flood\n  sources: [new-paper, zenda-gazette]\n")


@pytest.mark.parametrize(
    ("word", "words", "anchor"),
    [
        ("area", "An area", "areas"),
        ("Terms", "A term", "the-glossary"),
        ("updates", "An update", "when-a-later-source-says-something-new"),
        ("conflict", "A conflict", "when-two-sources-contradict-each-other"),
    ],
)
def test_what_is_written_by_hand_is_explained(word: str, words: str, anchor: str, good_data: Path) -> None:
    assert answer(good_data, word, status=1) == (
        f"{words} is written by hand; the guide tells how: docs/editing.md, on the site /editing/#{anchor}\n"
    )


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("milstone", 'did you mean "milestone"?'),
        ("trip", "use one of: milestone, visit, statement, source"),
    ],
)
def test_an_unknown_kind_is_refused(word: str, suggestion: str, good_data: Path) -> None:
    assert answer(good_data, word, status=1) == f'unknown kind "{word}"; {suggestion}\n'


@pytest.mark.parametrize("word", ["milestones", "Milestone"])
def test_a_kind_may_stand_in_the_plural(word: str, good_data: Path) -> None:
    assert "\ndate: The date of the event" in answer(good_data, word, status=1)


def test_the_guide_has_the_places_to_which_an_editor_is_sent() -> None:
    guide = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
    headings = re.findall(r"^##+ (.*)$", guide, re.MULTILINE)
    assert {*BY_HAND.values()} <= {slugify(heading, "-") for heading in headings}


def make(*goals: str) -> subprocess.CompletedProcess[str]:
    """Let make say what it would run, whether or not a make runs these tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--dry-run", "--old-file", ".venv/site", *goals],
        cwd=ROOT,
        env=environment | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )


where_make_is = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


@where_make_is
@pytest.mark.parametrize("words", [*KINDS, "", "visits", "cyber area", "data"])
def test_make_takes_every_word_behind_new(words: str) -> None:
    first, *others = make("new", *words.split()).stdout.splitlines()
    assert first == f".venv/bin/python -m dossier new {words}"
    assert {*others} <= {":"}  # the command that does nothing


@where_make_is
def test_make_takes_no_other_word_for_a_kind() -> None:
    python = ".venv/bin/python -m dossier"
    assert make("schema", "new").stdout == f"{python} schema\n{python} new \n"
    assert make("milestone").stderr == "make: *** No rule to make target 'milestone'.  Stop.\n"
