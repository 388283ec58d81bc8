"""The module of mkdocs-macros: the records, as this site's loader and templates make pages of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dossier.loading.data_folder import load
from dossier.pages.page_context import SiteContext
from dossier.pages.site_pages import SitePages


def define_env(env: Any) -> None:
    """Define the macro that writes the records of a page."""
    project = Path(env.conf["config_file_path"]).parent
    pages = SitePages(SiteContext(load(project / "data"), has_locator=True))
    env.macro(lambda path: pages[path].body, "records")
