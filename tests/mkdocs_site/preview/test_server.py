"""What browsers get from the real preview, many at once, and how it ends."""

from __future__ import annotations

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from itertools import count, cycle, islice
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from ...live import PATIENCE, Live, banner, live

SCIENCE = "data/areas/science.yml"
INDEX = "search/search_index.json"
STYLES = "docs/stylesheets/site.css"

SLOW_HOOK = """
from pathlib import Path

GATE = Path(__file__).with_name("gate")

def on_page_markdown(markdown, page, **_):
    if page.file.src_uri == "about.md" and GATE.exists():
        GATE.read_bytes()  # until somebody has opened and closed it at the other end
"""


@pytest.fixture
def gate(project: Path) -> Path:
    """A named pipe in a project; once it is made, making the page "About" waits at it."""
    (project / "slow.py").write_text(SLOW_HOOK, encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("hooks/build.py", "hooks/build.py, slow.py"), encoding="utf-8")
    return project / "gate"


def test_many_readers_get_whole_files_soon_while_the_data_change(site: Live) -> None:
    good, styles = site.read(SCIENCE), site.read(STYLES)
    paths = [INDEX, "", "areas/", "areas/science/", "timeline/", "visits/", "sources/", "about/"]
    with ThreadPoolExecutor(200) as readers:
        answers = [readers.submit(site.get, path) for path in islice(cycle(paths), 400)]
        for number in count():
            site.save(SCIENCE, good.replace("study of rivers", f"study of {number} rivers"))
            if number % 3 == 0:  # takes a whole build
                site.save(STYLES, f"{styles}/* {number} */")
            if all(answer.done() for answer in answers):
                break
    for path, answer in zip(cycle(paths), answers, strict=False):
        if path == INDEX:
            assert len(json.loads(answer.result())["docs"]) > 20
        else:
            assert "Page not found" not in answer.result()
            assert answer.result().rstrip().endswith("</html>")
    assert f"study of {number} rivers" in site.get(INDEX)


def test_a_page_that_is_being_made_is_made_once_and_holds_up_no_other(project: Path, gate: Path) -> None:
    with live(project) as site, ThreadPoolExecutor(9) as readers:
        site.save(SCIENCE, site.read(SCIENCE).replace("study of rivers", "survey of rivers"))
        site.get("areas/science/")
        os.mkfifo(gate)
        answers = [readers.submit(site.get, "about/") for _ in range(9)]
        with gate.open("wb"):
            assert "survey of rivers" in site.get("areas/science/")
            assert site.get("stylesheets/site.css")
            assert "Page not found" in site.get("no/such/page/")
            assert not any(answer.done() for answer in answers)
        for answer in answers:  # whoever made it again would wait at the gate for ever
            assert "How to read a date" in answer.result(timeout=PATIENCE)


def test_the_pages_are_served_while_all_are_built(project: Path, gate: Path) -> None:
    with live(project) as site:
        page = site.get("about/")
        os.mkfifo(gate)
        (project / STYLES).write_text("/* new */", encoding="utf-8")
        with gate.open("wb"):
            assert "How to read a date" in site.get("about/")
            assert "/* new */" not in site.get("stylesheets/site.css")
            gate.unlink()
        site.wait(page)
        assert site.get("stylesheets/site.css") == "/* new */"


def test_odd_addresses_and_pages_get_what_is_new(site: Live) -> None:
    changed = site.read(SCIENCE).replace("study of rivers", "survey of rivers")
    site.save(SCIENCE, changed)
    for path in ("/areas/science/", "areas//science/", "areas/./science/index.html"):
        assert "survey of rivers" in site.get(path)
    site.save("docs/fragment.html", "no body")
    assert banner(site.save(SCIENCE, "title: [", "fragment.html"))


def test_a_thousand_problems_are_shown_at_once(site: Live) -> None:
    bad = "".join(
        f"- {{id: v-{number}, date: 2007, title: A, direction: no, visitors: [B], place: C}}\n"
        for number in range(1000)
    )
    page = site.save("data/visits/many.yml", bad, "timeline/")
    assert len(banner(page)) == 1000


def test_what_no_file_system_takes_is_not_found(site: Live) -> None:
    for path in ("%00", "a%00b/", "a" * 300, "a/" * 3000, "..%2f..%2fmkdocs.yml"):
        with pytest.raises(HTTPError, match="404") as missing:
            urlopen(site.root + path, timeout=PATIENCE)
        assert "Page not found" in missing.value.read().decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_rest(site: Live, number: signal.Signals) -> None:
    site.get()
    site.stop(number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_while_all_is_built(project: Path, gate: Path, number: signal.Signals) -> None:
    with live(project) as site:
        os.mkfifo(gate)
        (project / STYLES).write_text("/* new */", encoding="utf-8")
        with gate.open("wb"):
            site.stop(number)


def test_it_ends_while_pages_are_made(site: Live) -> None:
    site.save(SCIENCE, site.read(SCIENCE).replace("study of rivers", "survey of rivers"))
    with ThreadPoolExecutor(9) as readers:
        readers.map(site.get, [INDEX, "timeline/", "areas/science/"] * 3)
        site.stop()
