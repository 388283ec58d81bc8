"""The built site: what a reader finds on every page, at any address it may be served from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.records import Addressed, Term
from dossier.pages.urls import Urls
from dossier.problems.phrases import count

from .audit.built_site import shortcomings
from .conftest import GOOD_DATA, built_site
from .mkdocs_site.preview.long_lists import write_long_lists
from .websites import ROOT, build, contents, copy_project, crawl, only, page, run, served


@pytest.fixture(scope="module")
def site(pytestconfig: pytest.Config) -> Path:
    """The data of the project, built as the workflow builds them for a project's Pages."""
    return built_site(pytestconfig)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built with neither an address nor a repository."""
    folder = tmp_path_factory.mktemp("bare") / "site"
    result = build(ROOT, folder)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    return folder


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(ROOT / "data")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page by its address within the site."""
    return {file.relative_to(site).as_posix(): page(file) for file in site.rglob("*.html")}


@pytest.fixture(params=["", "some/path/"], ids=["root", "path"])
def address(request: pytest.FixtureRequest, site: Path, bare: Path) -> Iterator[str]:
    """The site as a server gives it, at the root of a host and below a path."""
    folder, pages = (site.parent.parent, site) if request.param else (bare, bare)
    with served(folder, pages / "404.html") as root:
        yield root + request.param


def test_every_link_and_anchor_leads_somewhere(address: str, site: Path) -> None:
    found = crawl(address)
    assert found.broken == []
    assert found.foreign == []
    assert len(found.pages) == len([*site.rglob("index.html")]), "some page is not linked"


def test_the_404_page_leads_back_from_any_depth(address: str) -> None:
    with pytest.raises(HTTPError, match="404") as caught:
        urlopen(f"{address}areas/no/such/page/")
    tree = LexborHTMLParser(caught.value.read().decode())
    links = {node.attributes["href"] for node in tree.css("article a, head link[rel=stylesheet]")}
    path = "/" + address.split("/", 3)[3]
    assert f"{path}timeline/" in links
    assert all(link and link.startswith(path) for link in links)


def test_every_page_links_the_primary_source(pages: dict[str, LexborHTMLParser], dossier: Dossier) -> None:
    assert "404.html" in pages
    primary = f'a[href="{dossier.primary_source.url}"]'
    assert [path for path, tree in pages.items() if not tree.css(primary)] == []


def test_every_page_has_its_title_description_and_address(pages: dict[str, LexborHTMLParser]) -> None:
    titles, descriptions = set(), set()
    for path, tree in pages.items():
        if path == "404.html":
            continue
        canonical = only(tree, "link[rel=canonical]").attributes["href"]
        assert canonical == f"https://example.org/some/path/{path.removesuffix('index.html')}"
        titles.add(only(tree, "head > title").text())
        descriptions.add(only(tree, "meta[name=description]").attributes["content"])
        assert len(tree.css("h1")) == 1, path
    assert len(titles) == len(descriptions) == len(pages) - 1
    name = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["site_name"]
    assert {name, f"Timeline - {name}"} < titles


def test_no_record_stands_on_a_page_without_its_sources(pages: dict[str, LexborHTMLParser]) -> None:
    records = "article.nr-statement, .nr-entry, .nr-visits tbody tr, .nr-events li, .nr-glossary > div"
    for path, tree in pages.items():
        for record in tree.css(records):
            links = [link.attributes["href"] for link in record.css(".nr-cite a")]
            assert links, f"{path}: {record.html}"
            for link in links:
                source = only(tree, f'[id="{(link or "").removeprefix("#")}"]')
                assert source.css("a[href^=http]"), f"{path}: {link}"


def test_the_timeline_has_every_dated_record_once(
    pages: dict[str, LexborHTMLParser], dossier: Dossier
) -> None:
    tree = pages["timeline/index.html"]
    shown = [node.attributes["id"] for node in tree.css(".nr-entry")]
    assert shown == [event.id for event in dossier.timeline]
    years = [f"y{year}" for year, _ in dossier.years]
    assert [node.attributes["id"] for node in tree.css("h2[id^=y]")] == years


def test_every_record_stands_at_its_address(pages: dict[str, LexborHTMLParser], dossier: Dossier) -> None:
    for records in (
        dossier.statements,
        dossier.milestones,
        dossier.visits,
        dossier.areas,
        dossier.sources,
        dossier.terms,
    ):
        for record in records:
            path, _, anchor = Urls(dossier).of(record).partition("#")
            tree = pages[f"{path}index.html"]
            assert not anchor or tree.css_first(f'[id="{anchor}"]'), Urls(dossier).of(record)


def test_search_finds_single_records_and_lands_on_them(site: Path, dossier: Dossier) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = [entry["location"] for entry in index["docs"]]
    assert len(locations) == len(set(locations)), "something is found twice"
    for records in (dossier.statements, dossier.milestones, dossier.visits, dossier.sources, dossier.terms):
        assert {Urls(dossier).of(record) for record in records} <= set(locations)


def test_the_edit_link_opens_the_file_that_a_page_came_from(
    pages: dict[str, LexborHTMLParser], dossier: Dossier
) -> None:
    edit = "https://example.org/owner/name/edit/main/"
    files = {
        path: (link.attributes["href"] or "").removeprefix(edit)
        for path, tree in pages.items()
        for link in tree.css("a.md-content__button")
    }
    made_of_data_alone = {path for path in pages if path.startswith(("404", "as-of", "open-questions"))}
    assert files.keys() | made_of_data_alone == pages.keys()
    assert files["index.html"] == "data/partner.yml"
    assert {files[f"areas/{area.id}/index.html"] for area in dossier.areas} == {
        f"data/areas/{area.id}.yml" for area in dossier.areas
    }
    assert files["timeline/index.html"] == "data/milestones.yml"
    assert files["about/index.html"] == "docs/about.md"
    assert files["open-questions/index.html"] == "docs/open-questions.md"
    assert [file for file in files.values() if not (ROOT / file).is_file()] == []


def test_every_record_can_be_edited_at_its_line(pages: dict[str, LexborHTMLParser], dossier: Dossier) -> None:
    records: list[Addressed] = [*dossier.statements, *dossier.milestones, *dossier.visits, *dossier.sources]
    for record in (*records, *dossier.terms):
        path, _, anchor = Urls(dossier).of(record).partition("#")
        (link,) = pages[f"{path}index.html"].css(f'[id="{anchor}"] a.nr-handle')
        address, _, line = (link.attributes["href"] or "").partition("#L")
        file = ROOT / address.removeprefix("https://example.org/owner/name/edit/main/")
        written = file.read_text(encoding="utf-8").splitlines()[int(line) - 1]
        name = record.term if isinstance(record, Term) else record.id
        assert written.removeprefix("- ").strip().removeprefix("- ") in (f"id: {name}", f"term: {name}")


def test_without_a_repository_there_are_no_edit_links(bare: Path) -> None:
    for file in bare.rglob("*.html"):
        assert page(file).css(".md-content__button, .md-source, a.nr-handle") == []


def test_the_navigation_lists_the_areas_in_their_order(
    pages: dict[str, LexborHTMLParser], dossier: Dossier
) -> None:
    links = pages["areas/index.html"].css(".md-sidebar--primary .md-nav__item .md-nav__item a")
    titles = [link.text(strip=True) for link in links]
    listed = [title for title in titles if title in {area.title for area in dossier.areas}]
    assert listed == [area.title for area in dossier.areas]


def test_figures_are_counted(pages: dict[str, LexborHTMLParser], dossier: Dossier) -> None:
    home = only(pages["index.html"], "article.md-content__inner").text()
    assert f"{count(len(dossier.timeline), 'event')} on the timeline" in home
    assert count(len(dossier.areas[0].activities), "statement") in home


def test_the_settings_may_be_named_as_seen_from_elsewhere(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", GOOD_DATA)
    assert build(tmp_path, tmp_path / "site", "-f", "project/mkdocs.yml").returncode == 0
    assert build(project, tmp_path / "other", "-f", "mkdocs.yml").returncode == 0
    for site in ("site", "other"):
        assert "Strelsau" in (tmp_path / site / "visits" / "index.html").read_text(encoding="utf-8")


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("first", "second"):
        assert build(ROOT, tmp_path / name, SOURCE_DATE_EPOCH="1700000000").returncode == 0
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_every_link_leads_somewhere_where_lists_are_cut_into_parts(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", data=GOOD_DATA)
    write_long_lists(project)
    assert run(project, "mkdocs", "build", "--site-dir", str(tmp_path / "site")).returncode == 0
    assert [*(tmp_path / "site" / "timeline").glob("*/index.html")]
    assert shortcomings(tmp_path / "site") == []
