"""How the dossier's pages become pages of MkDocs and of the Material theme.

Both put titles, descriptions and search entries into HTML as they are, so they are escaped here.
"""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.citing import Site, Work, newest_date
from dossier.dossier import Dossier
from dossier.linked_data import events
from dossier.rendering import Heading, Page, environment

AREAS = "areas/index.md"

MOST_LISTED_AREAS = 60
"""The navigation stands on every page: with more entries than this, it would be most of a large site."""


def list_areas(config: MkDocsConfig, dossier: Dossier) -> None:
    """List the areas in the section of the navigation that starts with their index, while they are few."""
    if not _are_listed(dossier):
        return
    for item in config.nav or ():
        for section in item.values() if isinstance(item, dict) else ():
            if AREAS in section:
                section += [f"areas/{area.id}.md" for area in dossier.areas]


def describe_site(config: MkDocsConfig, dossier: Dossier) -> None:
    """Describe the pages that have no description of their own, such as the one for what is not found."""
    config.site_description = config.site_description or escape(dossier.partner.summary.plain)


def add_page(page: Page, files: Files, config: MkDocsConfig) -> None:
    """Add a page's file, unless `docs/` has one; its edit link opens the data file."""
    file = files.get_file_from_path(page.path)
    if file is None:
        is_listed = _are_listed(config.extra["dossier"]) or not page.path.startswith("areas/")
        inclusion = InclusionLevel.UNDEFINED if is_listed else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.path, content="", inclusion=inclusion)
        files.append(file)
    if page.file:
        file.edit_uri = f"../{page.file}"


def describe(page: SitePage, written: Page | None) -> None:
    """Give a page its title and its description; a sidebar is of use only within a section."""
    if page.parent is None:
        page.meta.setdefault("hide", ["navigation"])
    if written is None:
        return
    if not page.is_homepage:
        page.meta["title"] = escape(written.title)
    page.meta["description"] = escape(written.description)
    page.meta["search"] = {"exclude": True}  # its entries are handed over in `list_findings`


def list_headings(page: SitePage, written: Page) -> None:
    """Add a page's headings to its table of contents."""
    page.toc = TableOfContents([*page.toc, *(_anchor(heading, level=2) for heading in written.headings)])


def list_findings(page: SitePage, written: Page, config: MkDocsConfig) -> None:
    """Hand a page's entries to the search, which would else have to find them in the HTML."""
    search: Any = config.plugins.get("material/search")
    if search is None:
        return
    search.search_index.entries += [
        {
            "location": f"{page.url}#{finding.anchor}" if finding.anchor else page.url,
            "title": escape(finding.title),
            "text": escape(finding.text),
        }
        for finding in written.findings
    ]


def cite(context: dict[str, Any], page: SitePage, config: MkDocsConfig) -> None:
    """Put into a template's context how its page is cited: tags for its head, and a form for its foot."""
    dossier: Dossier = config.extra["dossier"]
    written: Page | None = config.extra["pages"].get(page.file.src_uri)
    site = Site(config.site_name, config.site_url or "")
    sources = (written.sources if written else ()) or (dossier.primary_source,)
    title = written.title if written else str(page.title)
    work = Work(title, site.address + page.url, site, newest_date(sources), sources)
    trail = [(site.name, site.address)] + [(work.title, work.address)] * (not page.is_homepage)
    if page.parent and not page.is_index:
        trail.insert(1, (page.parent.title, site.address + AREAS.removesuffix("index.md")))
    head: Any = environment().get_template("head.html").module
    foot: Any = environment().get_template("citing.html").module
    context["citing_head"] = head.head(
        work,
        written.description if written else page.meta.get("description", ""),
        trail,
        events(written.events if written else (), dossier, site),
        "website" if page.is_homepage else "article",
    )
    context["citing_foot"] = foot.cite_page(work)


def _are_listed(dossier: Dossier) -> bool:
    """Say whether the navigation lists the areas."""
    return len(dossier.areas) <= MOST_LISTED_AREAS


def _anchor(heading: Heading, level: int) -> AnchorLink:
    anchor = AnchorLink(escape(heading.title), heading.id, level)
    anchor.children = [_anchor(child, level + 1) for child in heading.children]
    return anchor
