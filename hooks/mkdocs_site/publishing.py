"""How the dossier's pages become pages of MkDocs and of the Material theme.

Both put titles and descriptions into HTML as they are, so they are escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from markdown.extensions.toc import slugify, unique
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.model.dataset import Dossier, newest_date
from dossier.pages import urls
from dossier.pages.alternates import alternates_of
from dossier.pages.citations import Work, encode
from dossier.pages.linked_data import events
from dossier.pages.page import Heading, Page, environment
from dossier.pages.page_context import Link

from .search_index import is_left_out
from .site_build import build_of

CONTENT = "_content"
"""The anchor of what a page says, which the templates set after the navigation."""


def list_areas(config: MkDocsConfig) -> None:
    """List the areas in their section of the navigation, if they are few."""
    site = build_of(config).pages.site
    if not site.lists_areas:
        return
    for item in config.nav or ():
        for section in item.values() if isinstance(item, dict) else ():
            if urls.file_of(urls.AREAS) in section:
                section += [urls.file_of(urls.area_page(area)) for area in site.dossier.areas]


def describe_site(config: MkDocsConfig) -> None:
    """Set the description of the pages that have none of their own, such as the 404 page."""
    config.site_description = config.site_description or escape(
        build_of(config).dossier.partner.summary.plain
    )


def add_page(path: str, files: Files, config: MkDocsConfig) -> None:
    """Add a page's file, unless `docs/` has one."""
    if files.get_file_from_path(path) is None:
        pages = build_of(config).pages
        is_listed = path not in pages.parts and (pages.site.lists_areas or not path.startswith(urls.AREAS))
        inclusion = InclusionLevel.UNDEFINED if is_listed else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content="", inclusion=inclusion))


def forget_files_of_parts(files: Files, config: MkDocsConfig) -> None:
    """Leave out what only the pages of a list need that is cut into parts, where there is none."""
    if not build_of(config).pages.parts:
        for path in (urls.PARTS_SCRIPT, urls.PARTS_STYLE):
            if file := files.get_file_from_path(path):
                files.remove(file)


def describe(page: SitePage, config: MkDocsConfig) -> None:
    """Set the section, title, description and edit link of a page; hide a sidebar that does not list it."""
    written: Page | None = build_of(config).pages.get(page.file.src_uri)
    if page.parent is None and page.file.src_uri.startswith(urls.AREAS):
        page.parent = _section_of_areas(config)  # it is in the section, even if that does not list it
    if page.parent is None or page not in page.parent.children:
        page.meta.setdefault("hide", ["navigation"])
    if written is None:
        return
    if written.file:
        page.edit_url = build_of(config).pages.site.urls.edit_file(written.file) or None
    if not page.is_homepage:
        page.meta["title"] = escape(written.title)
    page.meta["description"] = escape(written.description)
    page.meta["search"] = {"exclude": is_left_out(written, config)}


def reserve_ids(page: SitePage, config: MkDocsConfig) -> None:
    """Let no heading of a hand-written page take the id of a record on it."""
    is_introduction = page.file.src_uri in build_of(config).introductions
    written = build_of(config).pages.get(page.file.src_uri) if is_introduction else None
    ids = re.findall(r'\sid="([^"]+)"', written.body) if written else []
    config.mdx_configs.setdefault("toc", {})["slugify"] = partial(_free_id, frozenset(ids))


def list_headings(page: SitePage, headings: Sequence[Heading] = ()) -> None:
    """Add headings to a page's table of contents, under the start of the content.

    Material's skip link leads to the first entry of the table, which lists only what is under that entry.
    """
    anchors = [*page.toc, *(_anchor(heading, level=2) for heading in headings)]
    if not anchors or anchors[0].level > 1:
        top = AnchorLink("", CONTENT, level=1)
        top.children, anchors = anchors, [top]
    page.toc = TableOfContents(anchors)


def write_body(page: SitePage, config: MkDocsConfig) -> None:
    """Add to a page what is made from the data; only now, so that one page at a time is in memory."""
    if written := build_of(config).pages.get(page.file.src_uri):
        list_headings(page, written.headings)
        page.content = f"{page.content}\n{written.body}"


def forget_body(page: SitePage, config: MkDocsConfig) -> None:
    """Let go of what a page says, when the theme has put it into the page."""
    build_of(config).pages.forget(page.file.src_uri)
    page.content = None


def cite(context: dict[str, Any], page: SitePage, config: MkDocsConfig) -> None:
    """Add the citation of a page to its template's context: tags for its head, a form for its foot."""
    dossier: Dossier = build_of(config).dossier
    written: Page | None = build_of(config).pages.get(page.file.src_uri)
    site = build_of(config).pages.site.website
    list_url = written.context.list_url if written else page.url
    sources = (written.sources if written else ()) or (dossier.primary_source,)
    title = written.title if written else str(page.title)
    work = Work(title, site.address + page.url, site, newest_date(sources), sources)
    above = tuple(dict.fromkeys((*_above(page), *(written.context.above if written else ()))))
    own = [(work.title, work.address)] * (not page.is_homepage)
    trail = [(site.name, site.address), *((title, site.address + url) for title, url in above), *own]
    head: Any = environment().get_template("head.html").module
    foot: Any = environment().get_template("cite_page.html").module
    context["citation_head"] = head.head(
        work,
        written.description if written else page.meta.get("description", ""),
        trail,
        events(written.events if written else (), build_of(config).pages.site.urls, site),
        "website" if page.is_homepage else "article",
        alternates_of(list_url, written),
        page.url,
    )
    context["above"] = above
    context["citation_foot"] = foot.cite_page(
        work, bool(written and written.sources), encode(site.address + list_url)
    )


def _above(page: SitePage) -> tuple[Link, ...]:
    """Return the first page of the section of a page."""
    first = page.parent.children[0] if page.parent else page
    if page.parent is None or not isinstance(first, SitePage) or first == page:
        return ()
    return (Link(page.parent.title, first.url),)


def _section_of_areas(config: MkDocsConfig) -> Section | None:
    """Return the section of the navigation that starts with the index of the areas."""
    index = build_of(config).files.get_file_from_path(urls.file_of(urls.AREAS))
    return index.page.parent if index and index.page else None


def _free_id(taken: frozenset[str], title: str, separator: str) -> str:
    """Return the id of a heading, with a number after it where a record has the same."""
    return unique(slugify(title, separator), {*taken})


def _anchor(heading: Heading, level: int) -> AnchorLink:
    anchor = AnchorLink(escape(heading.title), heading.id, level)
    anchor.children = [_anchor(child, level + 1) for child in heading.children]
    return anchor
