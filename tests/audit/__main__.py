"""Runs Lighthouse and the W3C's checker over every page: `python -m tests.audit [PAGE...]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ..browser.conftest import paths
from ..browser.hosting import hosted
from ..websites import ROOT, build
from .lighthouse import HEADER, Report, report
from .tools import install
from .w3c import errors

ALWAYS_FULL = ("accessibility", "best-practices", "seo")


def shortcomings(found: Report, *, must_be_fast: bool) -> list[str]:
    """Return the categories in which a page must have all points and has not."""
    wanted = [*ALWAYS_FULL, *(["performance"] if must_be_fast else [])]
    return [name for name in wanted if found.scores[name] < 100]


def main(chosen: list[str]) -> int:
    """Audit the pages, all if none are named; print the findings; return the exit status."""
    packages = install()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        site = root / "some" / "path"
        with hosted(root, site / "404.html") as host:
            address = f"{host.root}some/path/"
            result = build(ROOT, site, SITE_URL=address, REPO_URL="https://example.org/owner/name")
            if result.returncode:
                print(result.stderr, file=sys.stderr)
                return 1
            failed = [f"W3C: {error}" for error in errors(packages, site)]
            print(f"W3C: {len(failed)} errors", HEADER, sep="\n", flush=True)
            pages = chosen or paths(site)
            areas = [page for page in pages if page.startswith("areas/") and page != "areas/"]
            fast = {"", "timeline/", *areas[:1]}
            for page in pages:
                for device in ("phone", "desktop"):
                    must_be_fast = device == "phone" and page in fast
                    found = report(packages, address, page, device, must_be_fast=must_be_fast)
                    short = shortcomings(found, must_be_fast=must_be_fast)
                    print(found.line, *found.findings, sep="\n  ", flush=True)
                    failed += [f"/{page} ({device}): {name} {found.scores[name]}" for name in short]
    print(*failed, f"{len(failed)} shortcomings", sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(["" if page == "/" else page.lstrip("/") for page in sys.argv[1:]]))
