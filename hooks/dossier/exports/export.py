"""A file of the site that is made for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

VERSION = "1.0"
"""The version of all formats; with a new second number, keys and columns may be added, and nothing else."""


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
    series: str = ""
    """The pattern of the URL, such as `data/records/ID.json`, if there is a file for each record."""
