"""A reader: a fresh browser context that notes down everything a page does beside being read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

PHONE = (360, 740)
DESKTOP = (1440, 900)

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
"""What the reader's system prefers, and what Material calls it."""


PATIENCE = 20_000
"""Milliseconds."""


def until(page: Page, condition: str) -> None:
    """Wait until a condition in JavaScript holds.

    Playwright's own `wait_for_function` calls `eval`, which the pages' policy refuses.
    """
    page.evaluate(
        f"""() => new Promise((resolve, reject) => {{
          const deadline = performance.now() + {PATIENCE};
          const look = () => {{
            if ({condition}) resolve();
            else if (performance.now() > deadline) reject(new Error({json.dumps(f"never: {condition}")}));
            else requestAnimationFrame(look);
          }};
          look();
        }})"""
    )


@dataclass
class Reader:
    """A page of the browser, with what it said and asked for."""

    page: Page
    has_scripts: bool = True
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open a page; where scripts run, wait until Material's have begun."""
        self.page.goto(address)
        if self.has_scripts:
            until(self.page, "document.documentElement.classList.contains('js')")

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def prefer(self, scheme: Literal["light", "dark"]) -> None:
        """Prefer light or dark pages, and see Material follow."""
        self.page.emulate_media(color_scheme=scheme)
        until(self.page, f"document.body.dataset.mdColorScheme === {SCHEMES[scheme]!r}")

    def search(self, words: str) -> None:
        """Put words into the search, as one does on a phone or at a desk, and see what it finds."""
        if self.page.is_visible("label.md-header__button[for=__search]"):
            self.page.click("label.md-header__button[for=__search]")
        self.page.click(".md-search__input")
        self.page.keyboard.insert_text(words)
        self.page.keyboard.press("End")  # the theme waits for a key
        self.page.wait_for_selector(".md-search-result__link")

    @property
    def foreign(self) -> list[str]:
        """The requests to other hosts than the page's own."""
        own = urlsplit(self.page.url).netloc
        return [address for address in self.requests if urlsplit(address).netloc not in (own, "")]

    @property
    def complaints(self) -> list[str]:
        """Everything that no page should do."""
        return [
            *(f"console: {text}" for text in self.console),
            *(f"error: {text}" for text in self.errors),
            *(f"dialog: {text}" for text in self.dialogs),
            *(f"other host: {address}" for address in self.foreign),
        ]


@contextmanager
def reading(
    browser: Browser, width: int, height: int, *, scripts: bool = True, **options: Any
) -> Iterator[Reader]:
    """Open a browser context of one reader, who has never been here; close it."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        reduced_motion="reduce",
        **options,
    )
    try:
        reader = Reader(context.new_page(), has_scripts=scripts)
        _listen(reader)
        yield reader
    finally:
        context.close()


def _listen(reader: Reader) -> None:
    def note_message(message: ConsoleMessage) -> None:
        reader.console.append(f"{message.type}: {message.text} ({message.location['url']})")

    def note_request(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            reader.requests.append(request.url)

    def note_dialog(dialog: Dialog) -> None:
        reader.dialogs.append(dialog.message)
        dialog.dismiss()

    reader.page.context.on("console", note_message)
    reader.page.context.on("request", note_request)
    reader.page.on("pageerror", lambda error: reader.errors.append(str(error)))
    reader.page.on("dialog", note_dialog)
