"""What a first visit to a page transfers, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .hosting import Sent

MOST_IN_ALL = 100_000
MOST_OF_OURS = 20_000
"""Bytes, compressed as they go over the wire, for a page without any record."""

MOST_OF_A_RECORD = 600
"""What each record may add, its words, its sources and its place in the picture included."""

RECORDS = (
    ".nr-statement, .nr-entry, .nr-visits tbody tr, .nr-sources > li, .nr-glossary > div, .nr-versions tr,"
    " .nr-cards > li, .nr-events > li, .nr-fields tr, .nr-messages dt"
)
"""The keys and messages of the editing guide are its records."""


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
        """Everything that the page loads."""
        return self.ours + self.index + self.material


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
            sizes["material" if path.startswith("assets/") else "own"] += answer.size
    return Weight(page, **sizes)
