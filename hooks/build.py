"""The functions that MkDocs calls to read and check the data and to make every page from them.

MkDocs imports this file once and keeps it for as long as it serves. What one build needs is the `Build` in
`config.extra`; only the live preview, which goes on from build to build, is kept here.
"""

from __future__ import annotations

import logging
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# MkDocs has this folder on its path only while it imports this file, so everything is imported here.
from dossier.pages.page import environment
from dossier.problems.problem import DataError
from mkdocs_site import process, publishing, search_index, security_policy, site_build, theme_fixes
from mkdocs_site.compiled_templates import keep_compiled
from mkdocs_site.preview.live_preview import Preview
from mkdocs_site.preview.server import PreviewServer
from mkdocs_site.site_build import KEY, build_of
from mkdocs_site.site_folder import SiteFolder, in_a_sentence

log = logging.getLogger("mkdocs.hooks.dossier")

preview: Preview | None = None
"""The live preview under `mkdocs serve`; nothing else that MkDocs keeps lasts as long as the process."""


def on_startup(command: str, dirty: bool) -> None:
    """Make a live preview, if MkDocs was started for one."""
    process.prepare()
    globals()["preview"] = Preview() if command == "serve" else None


def on_config(config: MkDocsConfig) -> None:
    """Read the data before anything is built, so that a mistake leaves the last good site untouched."""
    if preview:
        preview.begin(config)
    keep_compiled(environment(), config)
    try:
        with process.keeping():
            build = site_build.read(config, preview.cache if preview else None)
    except DataError as error:
        if preview is None or preview.has_pages:
            raise PluginError(f"the data have problems:\n{error}") from None
        preview.start_without_pages(config, error)
        return
    for warning in build.dossier.warnings:
        log.warning(str(warning))
    config.extra[KEY] = build
    publishing.describe_site(config)
    publishing.list_areas(config)
    if preview is None:
        build.folder = SiteFolder(config)
        # The live server adds a script to the pages, which a policy would forbid.
        build.policy = security_policy.policy(has_web_assembly=search_index.PAGEFIND in config.plugins)
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing to edit


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from the data; a file of the same name in `docs/` is the introduction.

    The exports are written here, before any page: the page on the data says how large they are.
    """
    if KEY not in config.extra:
        return Files([])
    build = build_of(config)
    for path in build.pages:
        publishing.add_page(path, files, config)
    publishing.forget_files_of_parts(files, config)
    theme_fixes.fix_scripts(files)
    if build.folder:
        build.exports.write_all(build.folder.path)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep what the live preview needs to make single pages."""
    if KEY in config.extra:
        build_of(config).nav, build_of(config).files = nav, files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Keep the theme's templates for the live preview, and what they compile to for the next build."""
    keep_compiled(env, config)
    if KEY in config.extra:
        build_of(config).env = env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in the expressions of a hand-written page."""
    publishing.describe(page, config)
    publishing.reserve_ids(page, config)
    written = build_of(config).introductions.get(page.file.src_uri)
    return written.markdown if written else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Hand a page's headings and texts to the theme and its search."""
    if written := build_of(config).pages.get(page.file.src_uri):
        search_index.list_entries(page, written, config)
    else:
        publishing.list_headings(page)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Write the page made from the data below the introduction, and add its citation and its metadata."""
    publishing.write_body(page, config)
    publishing.cite(context, page, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Correct what the theme made, and finish the policy of a page, now that its scripts are known."""
    publishing.forget_body(page, config)
    return security_policy.allow_inline_scripts(theme_fixes.fix_theme(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the pages that are no page of the navigation, such as 404.html."""
    return security_policy.allow_inline_scripts(theme_fixes.fix_theme(output_content))


def on_post_build(config: MkDocsConfig) -> None:
    """Put the site in its place, or let the live preview go on from what was built."""
    if KEY in config.extra:
        if preview:
            preview.keep(config)
        elif folder := build_of(config).folder:
            folder.publish()


def on_build_error(error: Exception) -> None:
    """Say in a sentence what the system has refused."""
    if isinstance(error, OSError):
        raise PluginError(in_a_sentence(error)) from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Serve the live preview, which outlives every mistake; `--clean` asks for plain serving instead."""
    if preview is None:
        return server
    process.require_port(server)
    return PreviewServer(server, config, preview)
