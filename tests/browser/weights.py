"""What a first visit to a page transfers, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .hosting import Sent

MOST = 110_000
"""Bytes, compressed as they go over the wire, of a first visit without the search index."""


@dataclass(frozen=True)
class Weight:
    """The bytes of one visit."""

    page: str
    html: int = 0
    own: int = 0
    """The style sheets, scripts and pictures of this site."""
    index: int = 0
    """The search index, which is the content a second time."""
    material: int = 0

    @property
    def ours(self) -> int:
        """What this site's authors answer for, but for the search index."""
        return self.html + self.own

    @property
    def total(self) -> int:
        """What the page loads before anybody searches."""
        return self.ours + self.material


THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")

HEADER = f"{'bytes, compressed':44}{'HTML':>8}{'own':>8}{'index':>8}{'theme':>8}{'ours':>8}{'all':>8}"


def line(weight: Weight) -> str:
    """Return a weight as a line of a table."""
    numbers = (weight.html, weight.own, weight.index, weight.material, weight.ours, weight.total)
    return f"/{weight.page:43}" + "".join(f"{number:8}" for number in numbers)


def weigh(page: str, sent: Iterable[Sent], base: str) -> Weight:
    """Sort what a server has sent; `base` is the path of the site on it."""
    sizes = {"html": 0, "own": 0, "index": 0, "material": 0}
    for answer in sent:
        path = answer.path.removeprefix(base)
        if path == page:
            sizes["html"] += answer.size
        elif path == "search/search_index.json":
            sizes["index"] += answer.size
        else:
            sizes["material" if path.startswith(THEME) else "own"] += answer.size
    return Weight(page, **sizes)
