"""What an editor reads of the link check, from the data to the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.link_check.checking import Answer, Outcome
from dossier.link_check.mentions import Mention, mentions_of
from dossier.link_check.report import by_heading, report
from dossier.loading.data_folder import load
from dossier.problems.problem import Place

from .misbehaving import answer, misbehaving

PARTNER = "{name: Ruritania, adjective: Ruritanian, primary_source: atlas, summary: "
SOURCE = "- {id: %s, title: A, publisher: B, kind: press, url: 'http://%s'}\n"


def write_data(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def test_every_url_is_found_once_with_its_places(tmp_path: Path) -> None:
    data = write_data(
        tmp_path / "data",
        partner=PARTNER
        + """
  "See the [map](http://map#north) and [the atlas](http://atlas), or [write](mailto:a@example.org).",
overview: [{id: treaty, text: A., as_of: 2007, updates: [
  {as_of: 2008, text: "As the [map](http://map#south) shows."}]}],
not_found: ["A [letter](http://letter)."]}""",
        sources=SOURCE
        % ("atlas", "atlas', note: 'In the [library](http://library).', archived: 'http://copy#a")
        + SOURCE % ("book", "book', gone: '2020"),
        milestones="{id: flood, date: 2007, title: A flood, sources: [book]}",
    )
    mentions = mentions_of(load(data))
    assert {
        url: [f"{mention.place.file}:{mention.place.line} {mention.key}" for mention in given]
        for url, given in mentions.items()
    } == {
        "http://map": ["data/partner.yml:2 summary", "data/partner.yml:4 text"],
        "http://atlas": ["data/partner.yml:2 summary", "data/sources.yml:1 url"],
        "http://letter": ["data/partner.yml:5 not_found"],
        "http://library": ["data/sources.yml:1 note"],
        "http://copy": ["data/sources.yml:1 archived"],
        "http://book": ["data/sources.yml:2 url"],
    }
    assert [mention.archived for mention in mentions["http://atlas"]] == [None, "http://copy"]
    assert mentions["http://book"][0].is_known_gone
    assert [mention.fragment for mention in mentions["http://map"]] == [None, None]
    assert [mention.fragment for mention in mentions["http://copy"]] == ["#a"]


PAGE, COPY = "https://a.example/", "https://b.example/a"
IN_SOURCE = Mention(Place("data/sources.yml", 1, 1), 'source "a"', "url", fragment="", archived=COPY)
IN_COPY = Mention(Place("data/sources.yml", 2, 1), 'source "a"', "archived")
IN_TEXT = Mention(Place("data/visits.yml", 1, 1), 'visit "a"', "purpose")
KNOWN = IN_SOURCE._replace(archived=None, is_known_gone=True)


@pytest.mark.parametrize(
    ("mentions", "page", "copy", "heading"),
    [
        ([IN_SOURCE], "alive", "alive", "alive"),
        ([IN_SOURCE], "refused", "alive", "refused"),
        ([IN_SOURCE], "gone", "alive", "archived"),
        ([IN_SOURCE], "moved", "alive", "archived"),
        ([IN_SOURCE], "unreachable", "refused", "archived"),
        ([IN_SOURCE], "gone", "moved", "archived"),
        ([IN_SOURCE], "gone", "gone", "gone"),
        ([IN_SOURCE], "gone", "unreachable", "gone"),
        ([IN_SOURCE, IN_TEXT], "gone", "alive", "gone"),
        ([KNOWN], "gone", "alive", "known"),
        ([KNOWN], "unreachable", "alive", "known"),
        ([KNOWN], "alive", "alive", "alive"),
        ([KNOWN, IN_TEXT], "moved", "alive", "moved"),
    ],
)
def test_a_page_is_listed_by_its_outcome_unless_the_data_make_up_for_it(
    mentions: list[Mention], page: str, copy: str, heading: str
) -> None:
    answers = {PAGE: Answer(Outcome(page), "A"), COPY: Answer(Outcome(copy), "A")}
    assert by_heading({PAGE: mentions}, answers).keys() == {heading}


def test_the_report_says_what_to_do() -> None:
    answers = {
        PAGE: Answer(Outcome.MOVED, f"has moved to <{COPY}>", COPY),
        COPY: Answer(Outcome.ALIVE, "A"),
        "https://c.example/": Answer(Outcome.MOVED, "leads to the front page <https://d.example/>"),
    }
    mentions = {
        PAGE: [IN_SOURCE, IN_TEXT, IN_COPY._replace(fragment="#north")],
        COPY: [IN_COPY],
        "https://c.example/": [IN_COPY],
    }
    assert (
        report(by_heading(mentions, answers))
        == """\
# Links to other sites

3 links: 2 moved, 1 alive.

## Moved

The server leads elsewhere. Open the new address; where it shows the same document, write it in place of the \
old one, as is said below. Where it does not, do as with a page that is gone.

- <https://a.example/> has moved to <https://b.example/a>.
  Given in `data/sources.yml:1` (source "a", url); `data/visits.yml:1` (visit "a", purpose); \
`data/sources.yml:2` (source "a", archived).
  In `data/sources.yml:1`, write `url: https://b.example/a`.
  In `data/visits.yml:1`, replace `https://a.example/` with `https://b.example/a`.
  In `data/sources.yml:2`, write `archived: https://b.example/a#north`.
- <https://c.example/> leads to the front page <https://d.example/>.
  Given in `data/sources.yml:2` (source "a", archived)."""
    )


@pytest.mark.parametrize(("status", "exit_status"), [(403, 0), (404, 1)])
def test_the_command_fails_where_an_editor_should_do_something(
    status: int, exit_status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with misbehaving({"/": [answer(status)]}) as server:
        source = SOURCE % ("atlas", server["/"].removeprefix("http://"))
        data = write_data(tmp_path / "data", partner=PARTNER + "A.}", sources=source)
        assert main(["links", str(data), "--report", str(tmp_path / "links.md")]) == exit_status
    assert capsys.readouterr() == ((tmp_path / "links.md").read_text(encoding="utf-8"), "")


def test_a_report_that_cannot_be_written_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "nowhere" / "links.md"
    with misbehaving({"/": [answer(200)]}) as server:
        source = SOURCE % ("atlas", server["/"].removeprefix("http://"))
        data = write_data(tmp_path / "data", partner=PARTNER + "A.}", sources=source)
        assert main(["links", str(data), "--report", str(file)]) == 1
    heading, *_, last = capsys.readouterr().out.splitlines()
    assert heading == "# Links to other sites"
    assert last == f"{file}: cannot be read or written; check its name, and who may do so"


def test_the_command_asks_nothing_where_the_data_are_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", str(tmp_path / "data"), "--report", str(tmp_path / "links.md")]) == 1
    assert capsys.readouterr().out.startswith("data/partner.yml:1:1: partner: this file is missing")
    assert not (tmp_path / "links.md").exists()


def test_only_the_link_check_connects_to_the_web() -> None:
    program = "import sys, dossier.__main__, dossier.pages; sys.exit('requests' in sys.modules)"
    hooks = Path(__file__).parents[3] / "hooks"
    assert subprocess.run([sys.executable, "-c", program], cwd=hooks, check=False).returncode == 0
