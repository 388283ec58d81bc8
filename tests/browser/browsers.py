"""The Chromium that the tests use, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

VARIABLE = "CHROME_PATH"
"""The environment variable that names a browser; Lighthouse reads the same."""

NAMES = ("chromium", "chromium-browser", "google-chrome")

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """There is no browser that starts, or not the one that was named."""


def find_browser() -> Path:
    """Return the browser named by CHROME_PATH, else one on the path, else Playwright's own."""
    if named := os.environ.get(VARIABLE):
        if not shutil.which(named):
            raise NoBrowserError(f"{VARIABLE} is {named}, which is no program")
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    with driver() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.is_file():
        return own
    raise NoBrowserError(f"no browser: run `python -m tests.browser.install`, or set {VARIABLE}")


def flags() -> list[str]:
    """Return the command line of the browser; root has no sandbox to run it in."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if is_root else [])]


@contextmanager
def driver() -> Iterator[Playwright]:
    """Start Playwright's driver, a program of its own, which may fail in any way; end it."""
    try:
        playwright = sync_playwright().start()
    except Exception as error:
        raise NoBrowserError(
            'Playwright\'s driver does not start; on Debian and Ubuntu, "apt-get install libatomic1" may help'
        ) from error
    try:
        yield playwright
    finally:
        playwright.stop()


@contextmanager
def launched() -> Iterator[Browser]:
    """Start a browser with a new profile; end it."""
    path = find_browser()  # asks Playwright too, of which there can be only one at a time
    with driver() as playwright:
        browser = _launch(playwright, path)
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: Playwright, path: Path) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=path, headless=True, args=flags())
    except Error as error:
        raise NoBrowserError(f"{path} does not start: {error.message}") from error
