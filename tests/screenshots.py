"""Pictures of the site's pages in every width and both schemes: `python -m tests.screenshots [FOLDER]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from .browser.browsers import launched
from .browser.conftest import paths
from .browser.hosting import hosted
from .browser.readers import SCHEMES, reading, until
from .websites import ROOT, build

WIDTHS = {360: 740, 768: 1024, 1440: 900}

TALLEST = 16000
"""Pixels; Chromium cuts off pictures that are taller."""


def chosen(pages: list[str]) -> list[str]:
    """Leave out all areas but the first: they look alike."""
    areas = [page for page in pages if page.startswith("areas/") and page != "areas/"]
    return [page for page in pages if page not in areas[1:]]


def picture(page: Page, file: Path) -> None:
    """Take a picture of a whole page."""
    until(page, "document.getAnimations().every(one => one.playState !== 'running')")
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    width = page.evaluate("document.documentElement.clientWidth")
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def main(folder: Path) -> int:
    """Build the site, take the pictures, say where they are."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        result = build(ROOT, site, REPO_URL="https://example.org/owner/name")
        if result.returncode:
            print(result.stderr, file=sys.stderr)
            return 1
        folder.mkdir(parents=True, exist_ok=True)
        with hosted(site, site / "404.html") as host, launched() as browser:
            for width, height in WIDTHS.items():
                with reading(browser, width, height) as reader:
                    for path in chosen(paths(site)):
                        reader.open(host.root + path)
                        title = path.strip("/").replace("/", "-").removesuffix(".html") or "home"
                        for scheme in SCHEMES:
                            reader.prefer(scheme)
                            picture(reader.page, folder / f"{title}-{width}-{scheme}.png")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site-screenshots")))
