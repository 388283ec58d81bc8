"""What the pages are made of for generators without hooks: settings, ready-made Markdown, records."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.meta import get_data

from dossier.exports.whole_site import list_site
from dossier.model.dataset import Dossier
from dossier.pages import urls
from dossier.pages.citations import Site
from dossier.pages.hand_written import read_pages
from dossier.pages.page import Page
from dossier.pages.page_context import SiteContext

from .country import NAME

SITE_NAME = f"{NAME} and NATO"
ADDRESS = "http://127.0.0.1:8000/"

LINK = re.compile(r"\]\(([\w/.-]+\.md)((?:#[\w-]+)?)\)")
"""A link to a Markdown file, as MkDocs takes it."""


@dataclass(frozen=True)
class Sheet:
    """A page before it is laid out."""

    path: str
    """Its Markdown file, below `docs/`."""
    settings: dict[str, Any]
    introduction: str
    """The hand-written Markdown, filled in; most often of no more than a sentence."""
    page: Page | None
    """What the records make, if anything."""

    @property
    def url(self) -> str:
        """Its URL, relative to the root of the site."""
        return urls.of_file(self.path)

    def write(self, *blocks: str) -> str:
        """Write a Markdown file: the settings, the introduction and further blocks."""
        return "\n\n".join([f"---\n{yaml.safe_dump(self.settings)}---", self.introduction, *blocks, ""])

    def linked_introduction(self) -> str:
        """Return the introduction with links as a browser takes them."""

        def link(found: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), found[1]))
            return f"]({urls.relative(urls.of_file(target) + found[2], self.url)})"

        return LINK.sub(link, self.introduction)


def list_sheets(dossier: Dossier, docs: Path) -> Iterator[Sheet]:
    """List every page of the site; those that the data make have the hand-written Markdown above them."""
    site = SiteContext(dossier, Site(SITE_NAME, ADDRESS), has_locator=True)
    by_hand = read_pages(docs, (path.relative_to(docs).as_posix() for path in docs.rglob("*.md")), site)
    pages, _ = list_site(site, by_hand)
    for path in sorted({*pages, *by_hand}):
        settings: dict[str, Any] = get_data((docs / path).read_text("utf-8"))[1] if path in by_hand else {}
        introduction = by_hand[path].markdown.strip() if path in by_hand else ""
        page = pages.get(path)
        if page:
            settings["description"] = page.description
            settings["title"] = "Home" if path == "index.md" else page.title
        if page and page.context.url == urls.DATA:  # what is on it is about the files, not from the records
            introduction = "\n\n".join([introduction, re.sub(r"\n\s*\n", "\n", page.body)])
            page = None
        yield Sheet(path, settings, introduction, page)
