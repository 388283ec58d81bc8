"""A file of the site that is made for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Export:
    """A file, written when somebody needs it."""

    url: str
    """Its URL, such as `data/sources.bib`."""
    media_type: str
    """As registered with IANA, such as `application/json`."""
    title: str
    """What it holds, in a few words."""
    write: Callable[[], bytes]
