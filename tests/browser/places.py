"""Where a site is opened: on a host, or from files without a server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from mkdocs_site.offline import archive

from ..websites import unpacked
from .hosting import hosted

WAYS = ("host", "files")


@dataclass(frozen=True)
class Place:
    """A site where it is opened."""

    folder: Path
    root: str
    index: str = ""
    """What has to be named of a folder."""

    def __truediv__(self, path: str) -> str:
        """Return the address of a page."""
        return re.sub(r"/(?=[?#]|$)", f"/{self.index}", f"{self.root}{path}", count=1)


@contextmanager
def placed(way: str, site: Path, host: Path, target: Path) -> Iterator[Place]:
    """Open a site on a host that serves a folder around it, or from its copy, unpacked into a new folder."""
    if way == "host":
        with hosted(host, site / "404.html") as server:
            yield Place(site, urljoin(server.root, f"{site.relative_to(host).as_posix()}/"))
    else:
        archive(site, target / "site.zip", "site")
        copy = unpacked(target / "site.zip", target / "unpacked")
        yield Place(copy, f"{copy.as_uri()}/", "index.html")
