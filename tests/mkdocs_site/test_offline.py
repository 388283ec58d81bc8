"""The copy that opens without a server: whole, the same every time, and never half written."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from mkdocs_site.offline import name_files
from mkdocs_site.security_policy import allow_files

from ..conftest import GOOD_DATA
from ..websites import build, copy_project, crawl, run, unpacked

EPOCH = "1700000000"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site and the copy of it."""
    project = copy_project(tmp_path_factory.mktemp("offline") / "project", GOOD_DATA)
    assert build(project, project / "site").returncode == 0
    result = run(project, "mkdocs_site.offline", SOURCE_DATE_EPOCH=EPOCH)
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def another(project: Path, tmp_path: Path) -> Path:
    """A fresh copy of the project, to be damaged."""
    return shutil.copytree(project, tmp_path / "project")


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place_in_it(project: Path, tmp_path: Path) -> None:
    site = unpacked(project / "site-offline.zip", tmp_path)
    found = crawl((site / "index.html").as_uri())
    assert found.broken == []
    assert found.foreign == []
    pages = {file.relative_to(project / "site").as_posix() for file in project.glob("site/**/index.html")}
    assert {address.removeprefix(f"{site.as_uri()}/") for address in found.pages} == pages


def test_all_is_in_one_folder_with_the_name_of_the_site_in_order(project: Path) -> None:
    with ZipFile(project / "site-offline.zip") as copy:
        names = copy.namelist()
        times = {datetime(*entry.date_time, tzinfo=UTC).timestamp() for entry in copy.infolist()}
    assert names == sorted(names)
    assert {name.partition("/")[0] for name in names} == {"ruritania-and-nato"}
    assert times == {float(EPOCH)}


def test_a_copy_of_the_same_site_is_the_same(project: Path, another: Path) -> None:
    (another / "site-offline.zip").unlink()
    assert run(another, "mkdocs_site.offline", SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    assert (another / "site-offline.zip").read_bytes() == (project / "site-offline.zip").read_bytes()


def test_the_last_copy_stays_where_a_new_one_cannot_be_written(another: Path) -> None:
    before = sorted(another.iterdir()), (another / "site-offline.zip").read_bytes()
    missing = another / "site" / "javascripts" / "fold.js"
    missing.unlink()
    result = run(another, "mkdocs_site.offline")
    assert result.returncode == 1
    assert result.stderr == (
        f"Error: the copy could not be written: No such file or directory ({missing});"
        " the last one stays as it was\n"
    )
    assert (sorted(another.iterdir()), (another / "site-offline.zip").read_bytes()) == before


def test_without_a_site_there_is_nothing_to_copy(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", GOOD_DATA)
    result = run(project, "mkdocs_site.offline")
    assert result.returncode == 1
    assert result.stderr == 'Error: there is no site in site/; build it with "make site"\n'


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../areas/", "../areas/index.html"),
        ("../areas/#water", "../areas/index.html#water"),
        ("?kind=visit", "?kind=visit"),
        ("../timeline/?kind=visit#2007", "../timeline/index.html?kind=visit#2007"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("#water", "#water"),
        ("", ""),
        ("../stylesheets/site.css", "../stylesheets/site.css"),
        ("https://example.org/areas/", "https://example.org/areas/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
    ],
)
def test_a_link_names_its_file(link: str, file: str) -> None:
    assert name_files(f'<a class="x" href="{link}">') == f'<a class="x" href="{file}">'
    assert name_files(f'<code>href="{link}"</code>') == f'<code>href="{link}"</code>'


def test_the_policy_stays_as_strict_as_files_allow() -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="{}"><p>worker-src \'self\'</p>'
    policy = "default-src 'none'; script-src 'self' 'sha256-x'; worker-src 'self'"
    allowed = "default-src 'none'; script-src 'self' file: 'sha256-x'; worker-src blob: 'self' file:"
    assert allow_files(meta.format(policy)) == meta.format(allowed)
