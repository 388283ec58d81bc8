"""The pages of the built site, as the W3C's checker and Lighthouse see them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..browser.conftest import paths
from ..browser.hosting import hosted
from ..websites import ROOT, build
from .lighthouse import HEADER, Report, report
from .tools import packages_for
from .w3c import errors

ALWAYS_FULL = ("accessibility", "best-practices", "seo")


def shortcomings(chosen: list[str]) -> list[str]:
    """Build the site, audit its pages, all if none are named, and return what is wrong with them."""
    packages = packages_for("java")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        site = root / "some" / "path"
        with hosted(root, site / "404.html") as host:
            address = f"{host.root}some/path/"
            result = build(ROOT, site, SITE_URL=address, REPO_URL="https://example.org/owner/name")
            if result.returncode:
                return [result.stderr]
            failed = [f"W3C: {error}" for error in errors(packages, site)]
            print(f"W3C: {len(failed)} errors", HEADER, sep="\n", flush=True)
            pages = chosen or paths(site)
            areas = [page for page in pages if page.startswith("areas/") and page != "areas/"]
            fast = {"", "timeline/", *areas[:1]}
            for page in pages:
                for device in ("phone", "desktop"):
                    must_be_fast = device == "phone" and page in fast
                    found = report(packages, address, page, device, must_be_fast=must_be_fast)
                    print(found.line, *found.findings, sep="\n  ", flush=True)
                    failed += _short(found, must_be_fast=must_be_fast)
    return failed


def _short(found: Report, *, must_be_fast: bool) -> list[str]:
    wanted = [*ALWAYS_FULL, *(["performance"] if must_be_fast else [])]
    scores = [(name, found.scores[name]) for name in wanted]
    return [f"/{found.page} ({found.device}): {name} {score}" for name, score in scores if score < 100]
