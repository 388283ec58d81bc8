"""The hooks that MkDocs calls: the data are read and checked, and every page is made of them.

MkDocs imports this file once and keeps it for as long as it serves, so nothing is kept here between two
builds: what one build needs stands in `config.extra`.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# MkDocs has this folder on its path only while it imports this file, so all imports stand here.
import policy
import publishing
from dossier.handwritten import PageError, expand
from dossier.loading import load
from dossier.pages import write_pages
from dossier.problems import DataError

log = logging.getLogger("mkdocs.hooks.dossier")

command = ""
"""What MkDocs was started for, which is the same for every build of a process."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the pages are for the live server, which puts a script of its own into them."""
    globals()["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """Read the data before anything is built, so that a mistake leaves the last good site as it was."""
    try:
        dossier = load(Path(config.config_file_path).parent / "data")
    except DataError as error:
        raise PluginError(f"the data have problems:\n{error}") from None
    for warning in dossier.warnings:
        log.warning(str(warning))
    config.extra["dossier"] = dossier
    config.extra["pages"] = {page.path: page for page in write_pages(dossier)}
    publishing.describe_site(config, dossier)
    publishing.list_areas(config, dossier)
    config.extra["policy"] = "" if command == "serve" else policy.POLICY
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing to edit


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages that the data make; those with a file in `docs/` have it as their introduction."""
    for page in config.extra["pages"].values():
        publishing.add_page(page, files, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what a hand-written page asks of the dossier."""
    publishing.describe(page, config.extra["pages"].get(page.file.src_uri))
    lines_before = page.file.content_string.count("\n") - markdown.count("\n")
    name = f"docs/{page.file.src_uri}"
    try:
        return expand(markdown, name, config.extra["dossier"], lines_before=lines_before)
    except PageError as error:
        raise PluginError(str(error)) from None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put what the data say below the introduction."""
    written = config.extra["pages"].get(page.file.src_uri)
    if written is None:
        return html
    publishing.list_headings(page, written)
    publishing.list_findings(page, written, config)
    return f"{html}\n{written.body}"


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Let a page say how it is cited, and what it is about."""
    publishing.cite(context, page, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish the policy of a page, now that its scripts are known."""
    return policy.allow_inline_scripts(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page that says that there is no such page."""
    return policy.allow_inline_scripts(output_content)
