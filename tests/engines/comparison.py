"""What a page says, whichever engine has made it: its words, and where its links lead."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..websites import ROOT, build

ADDRESS = "https://example.org/some/path/"

FURNITURE = ", ".join(
    [
        "svg, script, style, template, form, figure, .headerlink, .md-content__button",
        ".nr-path, .nr-handles, .nr-citing, .nr-tip, .nr-unseen, .nr-moved, .nr-excerpt",
    ]
)
"""What is for using a page, or shows anew what it says: controls, charts, explanations of terms."""

RECORDS = ", ".join(
    [
        ".nr-lede, .nr-key-facts div, .nr-cards li, .nr-statement, .nr-entry, .nr-events li",
        ".nr-questions li, .nr-visits tbody tr, .nr-people div, .nr-sources li, .nr-glossary div",
        ".nr-references li",
    ]
)
"""Where pages show records."""


def settings(language: str) -> str:
    """Return the one piece of settings in a language that the page for maintainers has."""
    text = (ROOT / "docs" / "maintaining.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(found)


def build_at_address(project: Path, folder: str, *options: str, **engine: str) -> Path:
    """Build a site for the address beside the project, and return it."""
    site = project.parent / folder / "some" / "path"
    result = build(project, site, *options, SITE_URL=ADDRESS, SOURCE_DATE_EPOCH="1700000000", **engine)
    assert result.returncode == 0, result.stderr
    return site


def pages(site: Path) -> list[str]:
    """Return the files of all pages of a site but 404.html."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(file for file in files if file != "404.html")


def article(site: Path, file: str) -> LexborNode:
    """Return what a page says, without its furniture."""
    tree = LexborHTMLParser((site / file).read_text(encoding="utf-8"))
    found = tree.css_first("article")
    assert found is not None, file
    for node in found.css(FURNITURE):
        node.decompose()
    return found


def words(node: LexborNode) -> list[str]:
    """Return the words of a part of a page."""
    return re.findall(r"\w+", node.text(separator=" "))


def links(site: Path, file: str) -> set[str]:
    """Return the addresses that a page links to, but for the parts of pages, whose anchors start with "_"."""
    nodes = article(site, file).css("a[href]")
    addresses = (
        urljoin(ADDRESS + file.removesuffix("index.html"), str(node.attributes["href"])) for node in nodes
    )
    return {address for address in addresses if "#_" not in address}
