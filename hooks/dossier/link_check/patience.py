"""How politely a host is asked: one request at a time, and never sooner than it wishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds, and how often to ask."""

    connect: float = 10
    """For a connection."""
    answer: float = 30
    """For an answer up to its body: as a whole, however slowly it comes."""
    pause: float = 1
    """Between two requests to one host."""
    retry: float = 5
    """Before asking again; twice as long each time."""
    longest: float = 120
    """What a host may ask us to wait; for one that wants more, now is not the time."""
    retries: int = 3
    redirects: int = 10
    hosts: int = 5
    """How many hosts are asked at the same time."""


@dataclass
class Host:
    """A host, and when it may be asked again."""

    lock: Lock = field(default_factory=Lock)
    """Held by whoever asks."""
    free_at: float = 0
    """In seconds of the monotonic clock."""

    @property
    def wait(self) -> float:
        """For how many seconds it is still to be left alone."""
        return max(0.0, self.free_at - monotonic())

    def rest(self, seconds: float) -> None:
        """Leave it alone for some time."""
        self.free_at = monotonic() + seconds


def host_of(address: str) -> str:
    """Return the host and port of an address, or else the whole of one that is wrong."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].casefold()
    except ValueError:
        return address
