"""Every page as Markdown: the same record and the same sources as in its HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest
import yaml
from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from dossier.__main__ import main
from dossier.exports.whole_site import list_site
from dossier.loading.data_folder import load
from dossier.model.dataset import Dossier
from dossier.model.enumerations import UpdateKind
from dossier.model.prose import Prose
from dossier.model.record import Record
from dossier.model.statement import Update
from dossier.pages import urls
from dossier.pages.citations import Site
from dossier.pages.hand_written import read_pages
from dossier.pages.page_context import SiteContext

from ....websites import ROOT, contents

DATA = {"Ruritania": ROOT / "tests" / "good_data" / "data", "the project's country": ROOT / "data"}
ADDRESS = "https://example.org/some/path/"

AWKWARD = """*x* _y_ `z` [l](m) <b>t</b> &lt; | # {{ 7*7 }} ғӣқӯҳҷ "quoted" 🙂 שלום ~~s~~ ![i](j) \\* {#k}"""


class Written:
    """The exports of a folder of data files, with the hand-written pages of the project."""

    def __init__(self, data: Path) -> None:
        site = SiteContext(load(data, date(2021, 1, 1)), Site("The Site", ADDRESS))
        docs = ROOT / "docs"
        names = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
        self.dossier: Dossier = site.dossier
        self.pages, self.exports = list_site(site, read_pages(docs, names, site))

    def text(self, url: str) -> str:
        """The Markdown of the page at a URL."""
        return self.exports[urls.markdown_of(url)].decode()

    @property
    def texts(self) -> Mapping[str, str]:
        """All Markdown files by their names."""
        return {name: self.exports[name].decode() for name in self.exports if name.endswith(".md")}


@pytest.fixture(scope="module", params=DATA.values(), ids=[*DATA])
def written(request: pytest.FixtureRequest) -> Written:
    return Written(request.param)


def rendered(text: str) -> LexborHTMLParser:
    """Markdown as CommonMark reads it, without the metadata."""
    return LexborHTMLParser(MarkdownIt("commonmark").render(text.split("---\n", 2)[2]))


def shown(text: str) -> str:
    """What a reader sees of Markdown."""
    body = rendered(text).body
    return " ".join((body.text(separator=" ") if body else "").split())


def letters(text: str) -> str:
    """Text without spaces, which are not the same beside markup, and without the numbers of sources."""
    return re.sub(r"\s|\[\d+\]", "", text)


def is_remark(record: Record) -> bool:
    """Whether the text of a record is a remark, of which pages show only the last of several in a row."""
    return isinstance(record, Update) and record.kind is not UpdateKind.CHANGE


def anchors(text: str) -> set[str]:
    """The anchors of headings: their own, or else those that generators make of their words."""
    headings = re.findall(r"^#+ (.*?)(?: \{#(\S+)\})?$", text, re.MULTILINE)
    return {anchor or slugify(title, "-") for title, anchor in headings}


def test_every_page_is_there_with_its_title_and_description(written: Written) -> None:
    for page in written.pages.values():
        text = written.text(page.context.url)
        assert yaml.safe_load(text.split("---\n")[1]) == {
            "title": page.title,
            "description": page.description,
        }
    about = yaml.safe_load(written.text("about/").split("---\n")[1])
    assert about["title"] == "About"
    assert about["description"].startswith("What this site is")


def test_the_sources_have_the_same_numbers_as_on_the_page(written: Written) -> None:
    for page in written.pages.values():
        if page.context.url == urls.SOURCES:
            continue  # it lists all of them, without numbers
        _, _, foot = written.text(page.context.url).partition("## Sources of this page\n")
        ids = re.findall(r"^\d+\. \[.*?\]\([^)]*sources/index\.md#(\S+)\)\. ", foot, re.MULTILINE)
        assert ids == [source.id for source in page.sources], page.context.url
        for source, line in zip(page.sources, foot.strip().splitlines(), strict=True):
            assert f"<{source.url}>" in line
            assert str(source.date or "") in line


def test_every_text_of_the_data_is_there_with_its_dates(written: Written) -> None:
    everything = " ".join(map(shown, written.texts.values()))
    without_numbers = letters(everything)
    dossier = written.dossier
    records = (dossier.partner, *dossier.areas, *dossier.visits, *dossier.milestones, *dossier.sources)
    for record in (part for whole in (*records, *dossier.terms) for part in whole.walk()):
        for key, value in record.values():
            if isinstance(value, Prose):
                assert is_remark(record) or letters(value.plain) in without_numbers
            elif key in ("date", "as_of", "gone", "accessed") and value:
                assert str(value) in everything
            elif key in ("title", "label", "publisher", "place", "name", "role", "term") and value:
                assert value in everything


def test_the_page_on_the_data_says_how_to_load_them(written: Written) -> None:
    assert f'read_csv("{ADDRESS}data/statements.csv")' in rendered(written.text(urls.DATA)).text()


def test_every_link_leads_to_a_file_and_an_anchor(written: Written) -> None:
    texts = written.texts
    followed = 0
    for name, text in texts.items():
        for node in rendered(text).css("a[href]"):
            target, _, anchor = (node.attributes["href"] or "").partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            path = PurePosixPath(name).parent / target if target else PurePosixPath(name)
            parts: list[str] = []
            for part in path.parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            followed += 1
            assert "/".join(parts) in written.exports, f"{name} -> {target}"
            assert not anchor or anchor in anchors(texts["/".join(parts)]), f"{name} -> {target}#{anchor}"
    assert followed > 50


def test_a_hand_written_introduction_comes_first(written: Written) -> None:
    timeline = written.text("timeline/")
    assert timeline.index("Milestones, visits and statements") < timeline.index("{#y")
    assert "](../sources/index.md)" in written.text("open-questions/")
    assert "](../../editing/index.md" not in written.text("about/")


def test_a_statement_has_its_history() -> None:
    text = Written(DATA["Ruritania"]).text("areas/science/")
    assert text[text.index("### A study") : text.index("## Other")] == (
        "### A study of rivers {#river-study}\n\n"
        "Ruritania was studying its rivers, says"
        " [a newspaper](../../sources/index.md#zenda-gazette). [1]\n\n"
        "completed, as of 2015 [2] · rests on one press source\n\n"
        "- under consideration 2010 [2]\n"
        "- ongoing 14 March 2012 [1]\n"
        "- confirmed about 2013 (with *more* rivers) [2]\n"
        "- described as done 2015 [2]\n"
        "- not mentioned as of 2016 [2]\n\n"
        "What was said before:\n\n"
        "- Ruritania was considering a study of its rivers. [2] (under consideration, as of 2010)\n\n"
        "**Another source differs:** The study was of **lakes**. [1] · rests on one press source\n\n"
    )


def test_awkward_texts_come_through(good_data: Path) -> None:
    plain = re.compile(r"^(\s*(?:- )?(?:title|name|publisher|place|label):) .*$", re.MULTILINE)
    quoted = AWKWARD.replace("'", "''")
    for file in good_data.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(plain.sub(lambda found: f"{found[1]} '{quoted}'", text), encoding="utf-8")
    everything = " ".join(map(shown, Written(good_data).texts.values()))
    assert everything.count(AWKWARD) > 50


def test_a_list_that_is_cut_into_pages_is_one_file(good_data: Path) -> None:
    records = "".join(f"- {{id: flood-{n}, date: {1991 + n % 20}, title: Flood {n}}}\n" for n in range(2000))
    (good_data / "milestones").mkdir()
    (good_data / "milestones" / "floods.yml").write_text(records, encoding="utf-8")
    (good_data / "glossary").mkdir()
    term = "term: Flood\nname: Water\ntext: The worst was [in 1992](milestone:flood-1).\n"
    (good_data / "glossary" / "flood.yml").write_text(term, encoding="utf-8")
    written = Written(good_data)
    assert "timeline/1990s.md" in written.pages
    assert "{#flood-1}" in written.text("timeline/")
    assert "[in 1992](../timeline/index.md#flood-1)" in written.text("glossary/")
    assert [name for name in written.texts if name.startswith("timeline/")] == ["timeline/index.md"]


def test_no_part_of_a_page_is_linked_as_a_page(written: Written) -> None:
    assert not [name for name, text in written.texts.items() if re.search(r"\]\([^):]*/(#[^)]*)?\)", text)]


def test_models_find_every_page_and_the_downloads(written: Written) -> None:
    """The form is that of llmstxt.org: a title, a quotation, text, and lists of links below headings."""
    text = written.exports[urls.LLMS].decode()
    title, summary, _, *sections = text.strip().split("\n\n")
    assert title == "# The Site"
    assert summary.startswith("> ")
    listed = {}
    for heading, links in zip(sections[::2], sections[1::2], strict=True):
        found = [re.fullmatch(r"- \[(.+?)\]\((\S+)\)(: .+)?", line) for line in links.splitlines()]
        assert all(found)
        listed[heading] = [each[2].removeprefix(ADDRESS) for each in found if each]
    assert [*listed] == [
        "## Pages",
        "## About",
        *(["## Data"] if written.exports.listed else []),
        *(["## Optional"] if written.dossier.partner.as_of_pages else []),
    ]
    expected = {*written.texts, *(export.url for export in written.exports.listed if not export.series)}
    assert sorted(chain.from_iterable(listed.values())) == sorted(expected)


def test_the_command_writes_them_for_other_generators(
    tmp_path: Path, good_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    target = tmp_path / "export"
    assert main(["export", str(target), "--data", str(good_data), "--address", ADDRESS]) == 0
    files = contents(target).keys()
    assert {"index.md", "areas/science/index.md", "about/index.md", "editing/messages/index.md"} < files
    assert capsys.readouterr().out == f"{target}: {len(files)} files\n"
