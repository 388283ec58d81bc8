"""What an editor sees of an edit, good or bad, in the real preview."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ...live import Live, banner, live
from ...test_bad_data import expected, lay_over

MILESTONES = "data/milestones.yml"
SCIENCE = "data/areas/science.yml"
BROKEN = "- id: a-flood\n  date: 02/07/2007\n  title: A flood\n"

GOOD, BAD = "nr-entry--milestone", 'class="nr-problems"'


def test_it_starts_with_bad_data_and_shows_the_pages_once_they_are_good(project: Path) -> None:
    good = (project / MILESTONES).read_text(encoding="utf-8")
    lay_over("many-problems", project / "data")
    with live(project) as site:
        for path in ("", "timeline/", "no/such/page/"):
            page = site.get(path)
            assert banner(page) == expected("many-problems").splitlines()[:-1]
            assert "There is no page yet" in page
        for file in ("areas/faulty", "glossary/faulty", "milestones/faulty", "sources/atlas"):
            (project / f"data/{file}.yml").unlink()
        (project / "data/visits/broken.yml").unlink()
        before = site.get()
        (project / "data/visits/faulty.yml").unlink()
        while BAD in (page := site.get()):
            site.wait(before)
            before = page
        page = site.save(MILESTONES, good, "timeline/")
        assert GOOD in page
        assert BAD not in page
        assert "Page not found" in site.get("no/such/page/")


def test_a_bad_edit_leaves_the_last_good_pages_with_a_banner(site: Live) -> None:
    good = site.read(MILESTONES)
    before = site.get("timeline/")
    assert BAD not in before

    page = site.save(MILESTONES, good + BROKEN + "- id: b\n  date: 2008\n  titel: B\n", "timeline/")
    assert len(LexborHTMLParser(page).css(".nr-entry")) == before.count("nr-entry--")
    assert banner(page) == [
        'data/milestones.yml:31:9: milestone "a-flood": ambiguous date "02/07/2007";'
        " write 2007-07-02 for 2 July or 2007-02-07 for 7 February",
        'data/milestones.yml:33:3: milestone "b": the key "title" is missing;'
        ' add for example "title: A few words"',
        'data/milestones.yml:35:3: milestone "b": unknown key "titel"; did you mean "title"?',
    ]
    shown = LexborHTMLParser(page).css(".nr-problems pre")
    assert shown[0].text() == "  date: 02/07/2007\n        ^"
    for path in ("", "areas/", "areas/science/", "about/", "no/such/page/"):
        assert banner(site.get(path)) == banner(page)
        assert "The pages show the last good state" in site.get(path)

    page = site.save(MILESTONES, good + BROKEN.replace("02/07/2007", "2007-07-02"), "timeline/")
    assert BAD not in page
    assert 'id="a-flood"' in page
    assert BAD not in site.get("areas/science/")


def test_what_is_shown_elsewhere_changes_as_well(site: Live) -> None:
    entry = '[id="treaty"] h3'
    site.save(MILESTONES, site.read(MILESTONES).replace("is signed", "is sealed"))
    assert "sealed" in LexborHTMLParser(site.get("timeline/")).css(entry)[0].text()
    assert "sealed" in site.get("")
    assert "sealed" in site.get("areas/defence/")
    for path in (
        "areas/",
        "areas/science/",
        "visits/",
        "changes/",
        "sources/",
        "glossary/",
        "about/",
        "editing/",
    ):
        assert BAD not in site.get(path)
    titles = [entry["title"] for entry in json.loads(site.get("search/search_index.json"))["docs"]]
    assert titles.count("The treaty of Strelsau is sealed") == 1
    assert "The treaty of Strelsau is signed" not in titles
    assert titles.count("About") == 1


def test_pages_come_and_go(site: Live, tmp_path: Path) -> None:
    page = site.save("data/areas/floods.yml", site.read("data/areas/defence.yml").replace("officer", "pump"))
    assert "areas/floods/" in page
    assert "Courses for pumps" in site.get("areas/floods/")
    (site.project / "data/areas/floods.yml").rename(tmp_path / "floods.yml")
    site.wait(page)
    assert "areas/floods/" not in site.get()
    assert "Page not found" in site.get("areas/floods/")
    page = site.save("data/partner.yml", site.read("data/partner.yml").replace("nato-2010", "zenda-gazette"))
    assert "zeitung.example.org" in site.get("about/")


def test_it_survives_whatever_becomes_of_a_file(site: Live, tmp_path: Path) -> None:
    good = site.read(SCIENCE)
    path = site.project / SCIENCE
    contents: list[str | bytes] = [
        *(good[: len(good) * part // 8] for part in range(8)),
        "\t" + good,
        good.encode("utf-16"),
        b"\x00\xff\xfe" * 100,
        good.replace("\n", ""),
        "*a" * 5000,
    ]
    for content in contents:
        site.save(SCIENCE, content, "areas/science/")
        assert "A study of rivers" in site.get("areas/science/")
    page = site.get("areas/science/")
    path.rename(tmp_path / "science.yml")
    site.wait(page)
    shutil.copy(tmp_path / "science.yml", path)
    path.write_text(good.replace("A study", "A trial"), encoding="utf-8")
    path.write_text(good.replace("A study", "A survey"), encoding="utf-8")
    while "A survey of rivers" not in (now := site.get("areas/science/")) or BAD in now:
        site.wait(now)


def test_it_survives_that_the_folder_goes_away_and_comes_back(site: Live, tmp_path: Path) -> None:
    for number in range(3):
        (site.project / "data").rename(tmp_path / "away")
        while "data/partner.yml:1:1" not in (page := site.get("areas/science/")):
            site.wait(page)
        (tmp_path / "away").rename(site.project / "data")
        while BAD in (page := site.get("areas/science/")):
            site.wait(page)
        changed = site.read(SCIENCE).replace("study of rivers", f"study of {number} rivers")
        assert f"study of {number} rivers" in site.save(SCIENCE, changed, "areas/science/")
        site.save(SCIENCE, changed.replace(f"{number} ", ""))


def test_the_last_of_many_quick_edits_is_shown(site: Live) -> None:
    good = site.read(SCIENCE)
    for number in range(30):
        page = site.get("areas/science/")
        for part in ("first", "second"):
            text = good.replace("study of rivers", f"{part} study of {number} rivers")
            (site.project / SCIENCE).write_text(text, encoding="utf-8")
            site.get("areas/science/")
        while f"second study of {number} rivers" not in page:
            site.wait(page)
            page = site.get("areas/science/")


def test_what_changes_while_all_is_built_is_not_lost(site: Live) -> None:
    settings, styles = site.read("mkdocs.yml"), site.read("docs/stylesheets/site.css")
    for number in range(5):
        page = site.get("about/")
        (site.project / "mkdocs.yml").write_text(f"{settings}# {number}\n", encoding="utf-8")
        site.wait(page)
        for part in range(5):
            text = f"{styles}/* {number}-{part} */"
            (site.project / "docs/stylesheets/site.css").write_text(text, encoding="utf-8")
        while f"/* {number}-4 */" not in site.get("stylesheets/site.css"):
            page = site.get("about/")
            if f"/* {number}-4 */" not in site.get("stylesheets/site.css"):
                site.wait(page)


def test_hand_written_pages_and_settings_may_be_wrong_too(site: Live) -> None:
    about = site.read("docs/about.md")
    page = site.save("docs/about.md", about + "\n{{ partner.nam }}\n", "timeline/")
    lines = about.count("\n") + 2
    assert banner(page)[0].startswith(f"docs/about.md:{lines}:1: ")
    assert "How to read a date" in site.get("about/")
    page = site.save("docs/about.md", about + "\nThe country is {{ partner.name }}.\n", "about/")
    assert "The country is Ruritania" in page
    assert BAD not in page

    settings = site.read("mkdocs.yml")
    page = site.save("mkdocs.yml", settings.replace("- search:", "- no-such-plugin:"))
    assert banner(page)[0].startswith("mkdocs.yml:1:1: the site could not be built")
    page = site.save("mkdocs.yml", settings.replace("theme:", "theme: ]"), "timeline/")
    assert BAD in page
    assert GOOD in page
    page = site.save("docs/about.md", "---\ntemplate: nowhere.html\n---\n" + about, "timeline/")
    assert GOOD in page
    site.save("docs/about.md", about)
    page = site.save("mkdocs.yml", settings, "timeline/")
    assert BAD not in page
    assert GOOD in page


def test_the_search_knows_all_pages_after_a_build_that_failed(site: Live) -> None:
    changed = site.read(SCIENCE).replace("study of rivers", "survey of rivers")
    site.save(SCIENCE, changed, "about/")
    page = site.save("docs/index.md", "---\ntemplate: nowhere.html\n---\n", "timeline/")
    assert "TemplateNotFound" in banner(page)[0]
    titles = [entry["title"] for entry in json.loads(site.get("search/search_index.json"))["docs"]]
    assert titles.count("A survey of rivers") == titles.count("About") == 1


def test_warnings_are_shown_though_the_pages_are_new(site: Live) -> None:
    atlas = "- {id: atlas, title: An atlas, publisher: Zenda, kind: research, url: 'https://a.org/'}\n"
    page = site.save("data/sources/atlas.yml", atlas, "sources/")
    assert banner(page) == [
        'data/sources/atlas.yml:1:3: warning: source "atlas": no record names this source;'
        ' name it under "sources" of a record, or delete it'
    ]
    assert 'id="atlas"' in page
    assert "last good state" not in page


def test_a_link_that_leads_nowhere_is_told_and_its_end_noticed(site: Live) -> None:
    page = site.get("about/")
    link = site.project / "docs/floods.md"
    link.symlink_to("nowhere.md")
    site.wait(page)
    page = site.get("about/")
    assert banner(page)[0].startswith("docs/floods.md:1:1")
    link.unlink()
    site.wait(page)
    assert BAD not in site.get("about/")
