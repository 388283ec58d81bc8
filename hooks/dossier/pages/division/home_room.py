"""What the home page has room for beside the overview: the areas, and the newest changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ...model.dataset import Dossier
from ...model.history import Change, Point
from .lists import MOST_LISTED_AREAS, areas
from .parts import Entry, weigh_all
from .weights import ASIDE, LEAD, LINK, NOTHING, Weight, total, weigh, weigh_link

MOST_LATEST = 5
"""It has the newest changes."""
MOST_MARKS = 480
"""A chart has no more: three lanes of six rows."""


def latest(listed: Sequence[Entry[Change | Point]]) -> tuple[Entry[Change | Point], ...]:
    """Return the newest of the listed changes, as many as there is room for on the home page."""
    newest = (entry for entry in listed[:MOST_LATEST] if isinstance(entry.value, Change))
    weights = accumulate((entry.weight for entry in listed), Weight.plus)
    return tuple(entry for entry, weight in zip(newest, weights, strict=False) if weight.fits(ASIDE))


def has_cards(dossier: Dossier) -> bool:
    """Say whether the areas are so few that the home page shows them."""
    return len(dossier.areas) <= MOST_LISTED_AREAS and weigh_all([*areas(dossier)]).fits(ASIDE)


def weigh_home(dossier: Dossier, listed: Sequence[Entry[Change | Point]]) -> Weight:
    """Estimate the weight of what is on the home page beside the overview, of the changes the latest."""
    partner = dossier.partner
    cards = weigh_all([*areas(dossier)]) if has_cards(dossier) else NOTHING
    chart = Weight(min(len(dossier.timeline), MOST_MARKS) * LINK, 0)
    changed = (entry.weight for entry in latest(listed))
    return total(
        (LEAD, weigh_link(partner.summary.plain), cards, chart, *changed, *map(weigh, partner.key_facts))
    )
