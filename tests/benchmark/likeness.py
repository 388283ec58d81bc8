"""Whether two built sites say the same: words, headings, links and addresses of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

APPARATUS = ("figure", "form", "template", ".nr-tip", ".nr-handles", ".nr-citing")
"""The drawings, filters, hints, buttons and forms of citation, for which Markdown has no means."""

UNSEEN = ("script", "style", ".headerlink", ".nr-unseen")

MOST_APART = 0.1
"""How far the numbers of words on two pages may be apart."""


class Content(NamedTuple):
    """What a page holds."""

    words: int
    headings: int
    links: int
    anchors: frozenset[str]


def compare(ours: Path, markdown: Path) -> Iterator[str]:
    """Write a line for each page and one for all areas: the figures of both sites, and what differs."""
    one, other = _contents(ours), _contents(markdown)
    yield f"{'ours / Markdown':<16}{'words':>18}{'headings':>16}{'links':>16}"
    for name in dict.fromkeys([*one, *other]):
        if len(one.get(name, ())) != len(other.get(name, ())):
            yield f"{name:<16} {len(one.get(name, ()))} and {len(other.get(name, ()))} pages (!)"
            continue
        words = _both(one[name], other[name], "words")
        headings = _both(one[name], other[name], "headings")
        links = _both(one[name], other[name], "links")
        notes = ", ".join(_differences(one[name], other[name]))
        yield f"{name:<16}{words:>18}{headings:>16}{links:>16}  {notes}"
    yield "not counted, and only in ours: drawings, filters, hints, buttons and forms of citation"


def _both(ours: list[Content], markdown: list[Content], figure: str) -> str:
    """Add up a figure of both sites' pages."""
    return " / ".join(f"{sum(getattr(page, figure) for page in pages):,}" for pages in (ours, markdown))


def _differences(ours: list[Content], markdown: list[Content]) -> Iterator[str]:
    """Tell how far the words of the least like pages are apart, and which addresses are missing."""
    pairs = list(zip(ours, markdown, strict=True))
    apart = max(abs(one.words / other.words - 1) for one, other in pairs)
    yield f"words within {apart:.1%}{' (!)' if apart > MOST_APART else ''}"
    if missing := sum(len(one.anchors - other.anchors) for one, other in pairs):
        yield f"addresses only in ours: {missing}"


def _contents(site: Path) -> dict[str, list[Content]]:
    """Read the pages of a site; those of the areas are put together."""
    pages: dict[str, list[Content]] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        name = "each area" if address.startswith("areas/") else address.replace(".", "home")
        pages.setdefault(name, []).append(_content(path))
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
