"""What the home page has room for beside the overview: the areas, and the newest changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...model.dataset import Dossier
from ...model.history import Change
from .lists import MOST_LISTED_AREAS, areas, changes
from .parts import fit
from .weights import ASIDE, LEAD, LINK, NOTHING, Weight, total, weigh, weigh_link

MOST_LATEST = 5
"""It has the newest changes."""
MOST_MARKS = 480
"""A chart has no more: three lanes of six rows."""


def latest(dossier: Dossier) -> tuple[Change, ...]:
    """Return the newest changes, as many as there is room for on the home page."""
    return tuple(change for change, _ in _latest(dossier))


def has_cards(dossier: Dossier) -> bool:
    """Say whether the areas are so few that the home page shows them."""
    return len(dossier.areas) <= MOST_LISTED_AREAS and fit([*areas(dossier)], ASIDE)


def weigh_home(dossier: Dossier) -> Weight:
    """Estimate the weight of what is on the home page beside the overview."""
    partner = dossier.partner
    cards = total(weight for _, weight, _ in areas(dossier)) if has_cards(dossier) else NOTHING
    chart = Weight(min(len(dossier.timeline), MOST_MARKS) * LINK, 0)
    changed = (weight for _, weight in _latest(dossier))
    return total(
        (LEAD, weigh_link(partner.summary.plain), cards, chart, *changed, *map(weigh, partner.key_facts))
    )


def _latest(dossier: Dossier) -> Iterator[tuple[Change, Weight]]:
    """Yield the newest changes with their weights."""
    whole = NOTHING
    for entry, weight, _ in islice(changes(dossier), MOST_LATEST):
        whole = whole.plus(weight)
        if isinstance(entry.value, Change) and whole.fits(ASIDE):
            yield entry.value, weight
