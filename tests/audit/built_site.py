"""Verifies a built site before it is published: `python -m tests.audit.built_site [FOLDER]`.

It looks at the very files, at the path where they will be served.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from ..websites import ROOT, crawl, only, page, served


def shortcomings(site: Path) -> list[str]:
    """Return what would be broken or foreign on the published site, and what links to other files."""
    canonical = only(page(site / "index.html"), "link[rel=canonical]").attributes["href"] or ""
    path = urlsplit(canonical).path.strip("/")
    with tempfile.TemporaryDirectory() as name:
        host = Path(name) / "host"
        (host / path).parent.mkdir(parents=True, exist_ok=True)
        (host / path).symlink_to(site.resolve(), target_is_directory=True)
        with served(host, site / "404.html") as address:
            found = crawl(f"{address}{path}/" if path else address)
    print(f"{len(found.pages)} pages of {canonical}")
    links = [str(file) for file in site.rglob("*") if file.is_symlink()]
    groups = {"broken": found.broken, "foreign": found.foreign, "a link to another file": links}
    return [f"{name}: {item}" for name, items in groups.items() for item in items]


def main(folder: str = "site") -> int:
    """Print the shortcomings of a built site; return the exit status."""
    failed = shortcomings(ROOT / folder)
    print(*failed, f"{len(failed)} shortcomings", sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
