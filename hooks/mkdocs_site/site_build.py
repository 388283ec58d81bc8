"""One build: what it carries from event to event, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_datetime

from dossier.exports.site_exports import SiteExports
from dossier.exports.whole_site import list_site
from dossier.loading.data_folder import FileCache, load
from dossier.loading.folder import list_files
from dossier.model.dataset import Dossier
from dossier.pages.citations import Site
from dossier.pages.expressions import DOCS
from dossier.pages.hand_written import HandWritten, read_pages
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages
from dossier.pages.urls import LOCATOR
from dossier.problems.file_messages import Files as FileMessages
from dossier.problems.problem import DataError, Place, Problem

from .site_folder import SiteFolder

KEY = "build"
"""Where the build is in `config.extra`, which templates see too."""

STRICT_SOURCES = "strict_sources"
"""Where `config.extra` says whether every source needs an archived copy."""


@dataclass
class Build:
    """The dossier and the pages made from it."""

    pages: SitePages
    exports: SiteExports
    introductions: Mapping[str, HandWritten]
    """The hand-written pages, by their files in `docs/`."""
    policy: str = ""
    """The content security policy of every page; empty in the live preview."""
    folder: SiteFolder | None = None
    """Where the site is built; None in the live preview, which MkDocs builds into a folder of its own."""
    nav: Navigation = field(init=False)
    files: Files = field(init=False)
    env: Environment = field(init=False)
    """What MkDocs needs to make single pages; set during a whole build."""

    @property
    def dossier(self) -> Dossier:
        """The checked data."""
        return self.pages.site.dossier


def build_of(config: MkDocsConfig) -> Build:
    """Return the build that a configuration belongs to."""
    build: Build = config.extra[KEY]
    return build


def data_folder(config: MkDocsConfig) -> Path:
    """Return where the data files are."""
    return Path(config.config_file_path).absolute().parent / "data"


def read(config: MkDocsConfig, cache: FileCache | None = None) -> Build:
    """Read the data and fill in the hand-written pages; a `cache` saves reading unchanged data files again.

    Raises:
        DataError: where anything is wrong; it carries every problem.
    """
    today, is_strict = get_build_datetime().date(), bool(config.extra.get(STRICT_SOURCES))
    dossier = load(data_folder(config), today, cache, strict_sources=is_strict)
    if cache is None:
        dossier.records.forget_places()  # only the rules and a later reading ask for them
    docs = Path(config.docs_dir)
    repository = _repository(config.repo_url or "", config.edit_uri or "")
    website = Site(config.site_name, config.site_url or "")
    site = SiteContext(dossier, website, repository, has_locator=(docs / LOCATOR).is_file())
    if problems := [*_unpublishable(docs)]:
        raise DataError(problems)
    names = (file.src_uri for file in get_files(config).documentation_pages())
    introductions = read_pages(docs, names, site)
    return Build(*list_site(site, introductions), introductions)


def _unpublishable(docs: Path) -> Iterator[Problem]:
    """Find what is in the folder of the hand-written pages, but cannot be published with it."""
    for path, obstacle in list_files(docs):
        if not obstacle and path.is_symlink() and not path.resolve().is_relative_to(docs.resolve()):
            obstacle = FileMessages.LINK_OUT(folder=DOCS.rstrip("/"))
        if obstacle:
            yield Problem(Place(f"{DOCS}{path.relative_to(docs).as_posix()}", 1, 1), "", obstacle)


def _repository(repo_url: str, edit_uri: str) -> str:
    """Return the URL below which files can be edited: beside the folder of the hand-written pages."""
    if not repo_url or not edit_uri or edit_uri.startswith(("?", "#")):
        return ""
    return urljoin(f"{repo_url.rstrip('/')}/", urljoin(edit_uri, "../"))


def changes_shared_parts(former: Build, build: Build) -> bool:
    """Say whether two builds differ in which pages there are, or in what is on every page."""
    return _shared_parts(former) != _shared_parts(build)


def _shared_parts(build: Build) -> object:
    partner, titles = build.dossier.partner, [area.title for area in build.dossier.areas]
    return (tuple(build.pages), titles, partner.name, partner.summary, build.dossier.primary_source)
