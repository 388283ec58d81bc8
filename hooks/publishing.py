"""How the dossier's pages become pages of MkDocs and of the Material theme.

Both put titles, descriptions and search entries into HTML as they are, so they are escaped here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_datetime
from mkdocs.utils.meta import get_data

from dossier.citing import Site, Work
from dossier.dossier import Dossier, Edition, newest_date
from dossier.handwritten import PageError, expand
from dossier.linked_data import events
from dossier.loading import Memory, load
from dossier.messages import Files as FileMessages
from dossier.pages import Pages
from dossier.problems import DataError, Place, Problem
from dossier.rendering import Heading, Page, environment

AREAS = "areas/index.md"
SEARCH = "material/search"

MOST_LISTED_AREAS = 60
"""The navigation stands on every page: with more entries than this, it would be most of a large site."""


def data_folder(config: MkDocsConfig) -> Path:
    """Return where the data files are."""
    return Path(config.config_file_path).absolute().parent / "data"


def read(config: MkDocsConfig, memory: Memory) -> Dossier:
    """Read the data, and check the hand-written pages that speak of them; `memory` saves reading twice.

    Raises:
        DataError: where anything is wrong; it carries every problem.
    """
    repository = _repository(config.repo_url or "", config.edit_uri or "")
    edition = Edition(get_build_datetime().date(), repository)
    dossier = load(data_folder(config), edition, memory)
    docs = Path(config.docs_dir)
    pages = sorted(docs.rglob("*.md"))
    problems = [problem for path in pages if (problem := _problem_of_page(path, docs, dossier))]
    if problems:
        raise DataError(problems)
    return dossier


def _repository(repo_url: str, edit_uri: str) -> str:
    """Return the address below which files can be edited: beside the folder of the hand-written pages."""
    if not repo_url or not edit_uri or edit_uri.startswith(("?", "#")):
        return ""
    return urljoin(f"{repo_url.rstrip('/')}/", urljoin(edit_uri, "../"))


def name_of_page(file: str) -> str:
    """Write what problems call a hand-written page."""
    return f"docs/{file}"


def _problem_of_page(path: Path, docs: Path, dossier: Dossier) -> Problem | None:
    name = name_of_page(path.relative_to(docs).as_posix())
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Problem(Place(name, 1, 1), "", FileMessages.NOT_UTF_8())
    markdown, _ = get_data(text)
    try:
        expand(markdown, name, dossier, lines_before=text.count("\n") - markdown.count("\n"))
    except PageError as error:
        return error.problem
    return None


def take(config: MkDocsConfig, dossier: Dossier) -> None:
    """Let the pages be made of a dossier."""
    config.extra |= {"dossier": dossier, "pages": Pages(dossier)}


def write_every_page(config: MkDocsConfig) -> None:
    """Write the pages at once, so that a template's mistake leaves the last good site as it was."""
    list(config.extra["pages"].values())


def needs_new_frame(config: MkDocsConfig, dossier: Dossier) -> bool:
    """Say whether a dossier changes what stands on every page."""
    former: Dossier = config.extra["dossier"]
    return _frame(former) != _frame(dossier)


def _frame(dossier: Dossier) -> object:
    areas = [(area.id, area.title) for area in dossier.areas]
    return (areas, dossier.partner.name, dossier.partner.summary, dossier.primary_source)


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


def add_page(path: str, files: Files, config: MkDocsConfig) -> None:
    """Add a page's file, unless `docs/` has one."""
    if files.get_file_from_path(path) is None:
        is_listed = _are_listed(config.extra["dossier"]) or not path.startswith("areas/")
        inclusion = InclusionLevel.UNDEFINED if is_listed else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content="", inclusion=inclusion))


def describe(page: SitePage, config: MkDocsConfig) -> None:
    """Give a page its title, its description and its edit link; a sidebar is of use only in a section."""
    written: Page | None = config.extra["pages"].get(page.file.src_uri)
    if page.parent is None:
        page.meta.setdefault("hide", ["navigation"])
    if written is None:
        return
    if written.file:
        repository = config.extra["dossier"].edition.repository
        page.edit_url = f"{repository}{written.file}" if repository else None
    if not page.is_homepage:
        page.meta["title"] = escape(written.title)
    page.meta["description"] = escape(written.description)
    page.meta["search"] = {"exclude": True}  # its entries are handed over in `list_entries`


def list_headings(page: SitePage, written: Page) -> None:
    """Add a page's headings to its table of contents."""
    page.toc = TableOfContents([*page.toc, *(_anchor(heading, level=2) for heading in written.headings)])


def list_entries(page: SitePage, written: Page, config: MkDocsConfig) -> None:
    """Hand a page's entries to the search, which would else have to find them in the HTML."""
    search: Any = config.plugins.get(SEARCH)
    if search is None:
        return
    search.search_index.entries += [
        {
            "location": f"{page.url}#{entry.anchor}" if entry.anchor else page.url,
            "title": escape(entry.title),
            "text": escape(entry.text),
            **({"boost": entry.weight} if entry.weight != 1 else {}),
        }
        for entry in written.entries
    ]


def forget_entries(page: SitePage, config: MkDocsConfig) -> None:
    """Take a page's entries out of the search, before they are handed over anew."""
    search: Any = config.plugins.get(SEARCH)
    if search is not None:
        entries = search.search_index.entries
        entries[:] = [entry for entry in entries if entry["location"].partition("#")[0] != page.url]


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
