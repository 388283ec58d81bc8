"""Whether two built sites say the same: words, headings, links and addresses of every page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from selectolax.lexbor import LexborHTMLParser

APPARATUS = ("figure", "form", "template", ".nr-tip", ".nr-handles", ".nr-citing")
"""Drawings, filters, tooltips, buttons and forms of citation, which not every generator makes."""

UNSEEN = ("script", "style", ".headerlink", ".nr-unseen")

MOST_APART = 0.03
"""How far the numbers of two sites may be apart, on every page."""

FIGURES = ("words", "headings", "links")


class Content(NamedTuple):
    """What a page holds."""

    words: int
    headings: int
    links: int
    anchors: frozenset[str]


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
    """Compare two built sites page by page, or group by group where one cuts a long page."""
    apart = dict.fromkeys(FIGURES, 0.0)
    missing, differences = 0, []
    for name, one, other in _pairs(_contents(ours), _contents(peer)):
        missing += len(one.anchors - other.anchors)
        for figure in FIGURES:
            number, others = getattr(one, figure), getattr(other, figure)
            share = abs(number - others) / max(number, 1)
            apart[figure] = max(apart[figure], share)
            if share > MOST_APART:
                differences.append(f"{name}: {number:,} {figure} in ours, {others:,} in the other")
    return Likeness(apart, missing, tuple(differences))


Pages: TypeAlias = dict[str, dict[str, Content]]
"""The pages by their group and their address."""


def _pairs(ours: Pages, peer: Pages) -> Iterator[tuple[str, Content, Content]]:
    """Yield what is compared: the pages of a group, or their sums where the groups differ in their pages."""
    for group in {**ours, **peer}:
        one, other = ours.get(group, {}), peer.get(group, {})
        if one.keys() == other.keys():
            yield from ((address, one[address], other[address]) for address in one)
        else:
            yield group, _sum(one.values()), _sum(other.values())


def _sum(pages: Collection[Content]) -> Content:
    words, headings, links = (sum(getattr(page, figure) for page in pages) for figure in FIGURES)
    return Content(words, headings, links, frozenset().union(*(page.anchors for page in pages)))


def _contents(site: Path) -> Pages:
    """Read the pages of a site, grouped by the first part of their addresses."""
    pages: Pages = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        pages.setdefault(address.split("/")[0], {})[address] = _content(path)
    return pages


def _content(path: Path) -> Content:
    """Read what a reader sees of a page, without the theme around it."""
    article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article.md-content__inner")
    assert article, f"{path} has no article"
    for node in article.css(", ".join(APPARATUS + UNSEEN)):
        node.decompose()
    anchors = frozenset(str(node.attributes["id"]) for node in article.css("[id]"))
    words = re.findall(r"\w+", article.text(separator=" "))
    links = article.css('a[href]:not([href=""])')  # one without an address is an anchor
    return Content(len(words), len(article.css("h1, h2, h3")), len(links), anchors)
