"""A copy of the built site that opens without a server: `python -m mkdocs_site.offline`.

In a page that is opened from a file, a browser finds no index of a folder, starts no worker from a file and
lets no script read one. So links name files, and the search brings its index and its worker as scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_datetime

from dossier.model.field_types import kebab_case

from . import process
from .security_policy import allow_files
from .site_folder import in_a_sentence

INDEX = "index.html"

ONLY_ONLINE = {"404.html", "sitemap.xml", "sitemap.xml.gz", "assets/preview.png"}
"""What a server answers where nothing is, what search engines ask for, and the picture for other sites."""

LINK = re.compile(r'(<(?:a|link)\s[^>]*?\bhref=")([^":?#]+)')
"""A link within the site, up to the end of its path."""

SEARCH_INDEX = "search/search_index.json"
SEARCH_SCRIPT = "javascripts/search.js"
SEARCH_WORKER = "javascripts/search_worker.js"
FOLD = "javascripts/fold.js"

UNIX = 3
"""The system that gives a file its permissions, whichever made the archive."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that an archive can give to a file."""


@click.command(help="Make a copy of the built site that opens without a server.")
def main() -> None:
    """Write the archive beside the folder of the site.

    Raises:
        PluginError: where no site is built, or the disk does not allow it.
    """
    process.prepare()
    config = load_config()
    site = Path(config.site_dir)
    target = site.with_name(f"{site.name}-offline.zip")
    if not (site / INDEX).is_file():
        raise PluginError(f'there is no site in {site.name}/; build it with "make site"')
    try:
        archive(site, target, kebab_case(config.site_name) or site.name)
    except OSError as error:
        raise PluginError(in_a_sentence(error, "copy")) from None


def archive(site: Path, target: Path, name: str) -> None:
    """Write the copy of a site into a ZIP archive, in a folder with a name; the old one stays until then."""
    time = max(EARLIEST, get_build_datetime().timetuple()[:6])
    with TemporaryDirectory(prefix=f".{target.stem}-", dir=target.parent) as folder:
        unfinished = Path(folder) / target.name
        with ZipFile(unfinished, "w", ZIP_DEFLATED) as written:
            for path, content in copy(site):
                entry = ZipInfo(f"{name}/{path}", time)
                entry.create_system, entry.external_attr = UNIX, 0o644 << 16
                written.writestr(entry, content, ZIP_DEFLATED)
        unfinished.replace(target)


def copy(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of every file of the copy, in the order of the paths."""
    for file in sorted(site.rglob("*"), key=Path.as_posix):
        path = file.relative_to(site).as_posix()
        if path in ONLY_ONLINE or path == SEARCH_WORKER or file.is_dir():
            continue
        if path == SEARCH_SCRIPT:
            yield path, search_script(site).encode()
        elif path == SEARCH_INDEX:
            yield path.removesuffix("on"), index_script(file.read_text(encoding="utf-8")).encode()
        elif file.suffix == ".html":
            yield path, name_files(allow_files(file.read_text(encoding="utf-8"))).encode()
        else:
            yield path, file.read_bytes()


def name_files(html: str) -> str:
    """Let the links of a page lead to files, such as `../areas/index.html` for `../areas/`."""
    return LINK.sub(lambda link: link[1] + file_of(link[2]), html)


def file_of(path: str) -> str:
    """Return the path of the file that a server gives for a path."""
    is_folder = path.rpartition("/")[2] in ("", ".", "..")
    return f"{path.removesuffix('/')}/{INDEX}" if is_folder else path


def index_script(text: str) -> str:
    """Return the script that holds the search index for a page that is opened from a file."""
    index = json.loads(text)
    for entry in index["docs"]:
        path, mark, anchor = entry["location"].partition("#")
        entry["location"] = (file_of(path) if path else INDEX) + mark + anchor
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def search_script(site: Path) -> str:
    """Return the script that starts the search with the text of its worker."""
    files = (
        site / FOLD,
        site / SEARCH_WORKER,
        Path(__file__).with_name("offline_search.js"),
        site / SEARCH_SCRIPT,
    )
    fold, worker, offline, search = (file.read_text(encoding="utf-8") for file in files)
    return f"const WORKER = {json.dumps(fold + worker)};\n\n{offline}{search}"


if __name__ == "__main__":
    main()
