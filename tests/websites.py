"""Real sites for the tests: built by MkDocs, served on this machine, crawled link by link."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen
from zipfile import ZipFile

from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).parent.parent


def copy_project(target: Path, data: Path | None = None) -> Path:
    """Copy what a build needs, with data of Ruritania where they are given."""
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    if data:
        settings = re.sub("(?m)^site_name: .*", "site_name: Ruritania and NATO", settings)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(data or ROOT / "data", target / "data")
    return target


def build(
    project: Path,
    site: Path,
    *options: str,
    engine: str = "mkdocs",
    python: str = sys.executable,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Build a project strictly, as `make site` does."""
    arguments = (engine, "build", "--strict", "--site-dir", str(site), *options)
    return run(project, *arguments, python=python, **environment)


def run(
    project: Path, *module: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a Python module in the folder of a project, as the commands do."""
    inherited = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_URI"))}
    return subprocess.run(
        [python, "-m", *module],
        cwd=project,
        env=inherited | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "hooks")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack the copy that opens without a server, and return the one folder in it."""
    with ZipFile(archive) as copy:
        copy.extractall(folder)
    (site,) = folder.iterdir()
    return site


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def page(file: Path) -> LexborHTMLParser:
    """Read an HTML file as a browser does."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the one element that a selector finds."""
    (node,) = tree.css(selector)
    return node


class PagesHandler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: what is missing gets the site's own 404 page."""

    def __init__(self, *arguments: Any, missing: Path, **options: Any) -> None:
        self.missing = missing
        super().__init__(*arguments, **options)

    def send_error(self, code: int, *_: Any) -> None:
        """Send the 404 page instead of the server's own."""
        content = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing of requests."""


@contextmanager
def served(folder: Path, missing: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; give the address."""
    handler = partial(PagesHandler, directory=str(folder), missing=missing)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@dataclass
class Crawl:
    """What following every link from a page has found."""

    pages: dict[str, LexborHTMLParser] = field(default_factory=dict)
    """The HTML pages by address."""
    broken: list[str] = field(default_factory=list)
    """Links that lead nowhere: the page, and where it links to."""
    foreign: list[str] = field(default_factory=list)
    """What pages load from other hosts."""


LOADED = "script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=icon], link[rel=preconnect]"


def crawl(start: str) -> Crawl:
    """Follow every link below an address, and check every anchor: some lead on by a script."""
    found = Crawl()
    answers: dict[str, bool] = {}
    waiting, links = [start], []
    while waiting:
        address = waiting.pop()
        if address in answers:
            continue
        tree = _fetch(address)
        answers[address] = tree is not None
        if tree is None or not tree.css_first("body > *"):
            continue
        found.pages[address] = tree
        for target in _targets(tree):
            absolute = urljoin(address, target)
            if _origin(absolute) == _origin(start):
                links.append((address, absolute))
                waiting.append(urldefrag(absolute).url)
        found.foreign += [f"{address} -> {target}" for target in _foreign(tree, address)]
    led_on = [*_led_on(found)]
    sound = {address for address, exists in answers.items() if exists} | {old for old, _ in led_on}
    sound |= {f"{address}#{id}" for address, tree in found.pages.items() for id in _ids(tree)}
    found.broken = [f"{source} -> {target}" for source, target in (*links, *led_on) if target not in sound]
    return found


def _fetch(address: str) -> LexborHTMLParser | None:
    """Return the page at an address, an empty one for what is not HTML, None where there is nothing."""
    try:
        with urlopen(address) as answer:
            content = answer.read()
            is_page = answer.headers.get_content_type() == "text/html"
            return LexborHTMLParser(content.decode() if is_page else "")
    except URLError:
        return None


def _led_on(found: Crawl) -> Iterator[tuple[str, str]]:
    """Give the old addresses of records in lists that are cut into parts, and where the script leads each."""
    lists = {
        urljoin(address, script.attributes["data-list"]): urljoin(address, script.attributes["data-anchors"])
        for address, tree in found.pages.items()
        for script in tree.css("script[data-anchors]")
    }
    for whole, file in lists.items():
        with urlopen(file) as answer:
            text = answer.read().decode().removeprefix("const ANCHORS = ").removesuffix(";\n")
        for part, anchors in json.loads(text):
            yield from ((f"{whole}#{anchor}", urljoin(whole, f"{part}#{anchor}")) for anchor in anchors)


def _ids(tree: LexborHTMLParser) -> Iterator[str]:
    return (node.attributes["id"] or "" for node in tree.css("[id]"))


def _targets(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[href], [src]"):
        target = node.attributes.get("href") or node.attributes.get("src")
        if target and not target.startswith("mailto:"):
            yield target


def _foreign(tree: LexborHTMLParser, address: str) -> Iterator[str]:
    for node in tree.css(LOADED):
        target = urljoin(address, node.attributes.get("src") or node.attributes.get("href") or "")
        if _origin(target) != _origin(address):
            yield target


def _origin(address: str) -> tuple[str, ...]:
    """Return the scheme and the host of an address; files have no host."""
    return urlsplit(address)[:2]
