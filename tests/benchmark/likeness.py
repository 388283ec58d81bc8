"""Whether two built sites say the same: words, headings, links and addresses of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

APPARATUS = ("nav", "figure", "form", "template", ".nr-tip", ".nr-handles", ".nr-citing", ".nr-files")
"""What guides through a page or is beside its content, which not every generator makes."""

RECORDS = (
    ".nr-filtered",
    ".nr-statement",
    ".nr-visits tr[id]",
    ".nr-glossary > *",
    ".nr-people > *",
    ".nr-events > *",
)
"""What a long page has many of, and what is counted alone where one site cuts it into parts."""

SUPPORTS = (".nr-supports", ".nr-supported")
"""The records that rest on a source: within the source, or on a page of their own."""

UNSEEN = ("script", "style", ".headerlink", ".nr-unseen")

MOST_APART = 0.03
"""How far the numbers of two sites may be apart, on every page."""

FIGURES = ("words", "headings", "links")


class Content(NamedTuple):
    """What a page holds, or a part of it."""

    words: int
    headings: int
    links: int


class Page(NamedTuple):
    """What a page holds, in all and by record."""

    content: Content
    anchors: frozenset[str]
    records: Mapping[str, Content]
    """By the anchor of the record or of what it leads to first."""


class Likeness(NamedTuple):
    """How alike two sites are."""

    apart: Mapping[str, float]
    """How far the least like pages are apart in each figure, as a share of ours."""
    missing: int
    """The addresses of parts of pages that only ours has."""
    differences: tuple[str, ...]
    """What is too far apart, in words; empty where the sites are alike."""

    def __str__(self) -> str:
        figures = ", ".join(f"{figure} {share:.1%}" for figure, share in self.apart.items())
        return f"{figures} apart at most" + (f"; {self.missing} anchors only in ours" if self.missing else "")


def compare(ours: Path, peer: Path) -> Likeness:
    """Compare two built sites page by page, or record by record where one cuts a long page into parts."""
    apart = dict.fromkeys(FIGURES, 0.0)
    one, other = _pages(ours), _pages(peer)
    differences = []
    for name, content, its in _pairs(one, other):
        for figure in FIGURES:
            number, others = getattr(content, figure), getattr(its, figure)
            share = abs(number - others) / max(number, 1)
            apart[figure] = max(apart[figure], share)
            if share > MOST_APART:
                differences.append(f"{name}: {number:,} {figure} in ours, {others:,} in the other")
    missing = sum(len(_anchors(pages) - _anchors(other.get(group, {}))) for group, pages in one.items())
    return Likeness(apart, missing, tuple(differences))


Pages: TypeAlias = dict[str, dict[str, Page]]
"""The pages by their group and their address."""


def _pairs(ours: Pages, peer: Pages) -> Iterator[tuple[str, Content, Content]]:
    """Yield what is compared: the pages of a group, or their records where one cuts its pages."""
    for group in {**ours, **peer}:
        one, other = ours.get(group, {}), peer.get(group, {})
        if one.keys() == other.keys():
            yield from ((address, one[address].content, other[address].content) for address in one)
        else:
            yield f"the records of {group}", _sum_records(one), _sum_records(other)


def _sum_records(pages: Mapping[str, Page]) -> Content:
    """Add up the records of pages; one that is on several counts once."""
    records = {anchor: content for page in pages.values() for anchor, content in page.records.items()}
    return Content(*(sum(figures) for figures in zip(Content(0, 0, 0), *records.values(), strict=True)))


def _anchors(pages: Mapping[str, Page]) -> frozenset[str]:
    return frozenset().union(*(page.anchors for page in pages.values()))


def _pages(site: Path) -> Pages:
    """Read the pages of a site, grouped by the first part of their addresses."""
    pages: Pages = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        pages.setdefault(address.split("/")[0], {})[address] = _read(path)
    return pages


def _read(path: Path) -> Page:
    """Read what a reader sees of a page, without the theme around it."""
    article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article.md-content__inner")
    assert article, f"{path} has no article"
    for node in article.css(", ".join(APPARATUS + UNSEEN)):
        node.decompose()
    anchors = frozenset(str(node.attributes["id"]) for node in article.css("[id]"))
    content = _count(article)
    records = {
        _anchor(node): _count(node) for node in article.css(", ".join(f"{list_} li" for list_ in SUPPORTS))
    }
    for node in article.css(", ".join(SUPPORTS)):
        node.decompose()
    records |= {_anchor(node): _count(node) for node in article.css(", ".join(RECORDS))}
    return Page(content, anchors, records)


def _anchor(record: LexborNode) -> str:
    """Return the anchor of a record, or of what its first link leads to."""
    link = record.css_first("a[href]")
    return record.attributes.get("id") or str(link and link.attributes["href"]).rpartition("#")[2]


def _count(node: LexborNode) -> Content:
    words = re.findall(r"\w+", node.text(separator=" "))
    links = node.css('a[href]:not([href=""])')  # one without an address is an anchor
    return Content(len(words), len(node.css("h1, h2, h3")), len(links))
