"""A build: what it leaves out of `docs/`, what it refuses, and what it takes from its environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from mkdocs_site.site_build import read

from ..websites import build, contents, page


def test_what_editors_leave_behind_is_not_published(project: Path) -> None:
    names = (
        "about.md~",
        "#about.md#",
        "._about.md",
        ".obsidian/template.md",
        "assets/.ipynb_checkpoints/x.md",
    )
    for name in names:
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_bytes(b"\xff {{ title }}")
    if sys.platform != "win32":
        (project / "docs" / ".#about.md").symlink_to("editor@machine.1234")
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    published = contents(project / "site")
    assert [name for name, content in published.items() if b"{{ title }}" in content] == []


def test_a_template_that_mkdocs_leaves_out_may_have_names_of_its_own(project: Path) -> None:
    (project / "docs" / "templates").mkdir()
    (project / "docs" / "templates" / "page.md").write_text("# {{ title }}\n", encoding="utf-8")
    assert build(project, project / "site").returncode == 0


def test_a_merge_conflict_in_a_page_is_a_problem(project: Path) -> None:
    text = "# About\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> branch\n"
    (project / "docs" / "about.md").write_text(text, encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode == 1
    assert "docs/about.md:3:1: a merge conflict is not resolved here" in result.stderr


def test_a_maintainer_can_ask_for_a_copy_of_every_source(project: Path) -> None:
    result = build(project, project / "site", STRICT_SOURCES="1")
    assert result.returncode == 1
    assert 'data/sources.yml:2:3: warning: source "nato-2010": this source has no archived' in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights, and there are no pipes")
def test_what_cannot_be_published_leaves_the_last_good_site(project: Path) -> None:
    docs, site = project / "docs", project / "site"
    (docs / "inside.css").symlink_to("stylesheets/site.css")
    assert build(project, site).returncode == 0
    before = contents(site)
    assert before["inside.css"] == before["stylesheets/site.css"]

    (docs / "assets" / "nowhere.png").symlink_to("nowhere")
    (docs / "assets" / "circle").symlink_to("..")
    (docs / "passwords.txt").symlink_to("/etc/passwd")
    os.mkfifo(docs / "pipe.md")
    (docs / "two\nlines.md").write_text("# Two lines\n", encoding="utf-8")
    result = build(project, site)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    lines = [line.split(";")[0] for line in result.stderr.splitlines() if line.startswith("docs/")]
    assert lines == [
        "docs/assets/circle:1:1: this is a link to a folder, and nothing reads what is in there",
        "docs/assets/nowhere.png:1:1: this link leads to no file",
        'docs/passwords.txt:1:1: this link leads out of the folder "docs"',
        "docs/pipe.md:1:1: this is a pipe with the name of a file",
        r"docs/two\nlines.md:1:1: the name of this file has a character that cannot be shown",
    ]
    assert contents(site) == before


def test_a_heading_never_takes_the_id_of_a_record(project: Path) -> None:
    with (project / "docs" / "timeline.md").open("a", encoding="utf-8") as file:
        file.write("\n## Treaty\n\n## Treaty\n\n## Y1992\n\n## Talks\n")
    assert build(project, project / "site").returncode == 0
    tree = page(project / "site" / "timeline" / "index.html")
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"treaty", "treaty_1", "treaty_2", "talks"} <= {*ids}
    (record,) = tree.css("#treaty")
    assert "nr-entry" in (record.attributes["class"] or "")


@pytest.mark.parametrize("edit_uri", ["", "?query=root/docs/", "#docs/"])
def test_where_files_have_no_addresses_records_have_no_edit_links(edit_uri: str, project: Path) -> None:
    repository = {"repo_url": "https://example.org/owner/name", "edit_uri": edit_uri}
    site = read(load_config(str(project / "mkdocs.yml"), **repository)).pages.site
    assert site.urls.edit(site.dossier.milestones[0]) == ""


def test_an_empty_time_of_the_build_counts_as_none(project: Path) -> None:
    result = build(project, project / "site", SOURCE_DATE_EPOCH="")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_a_wrong_time_of_the_build_is_refused_in_one_sentence(epoch: str, project: Path) -> None:
    result = build(project, project / "site", SOURCE_DATE_EPOCH=epoch)
    assert result.returncode == 1
    assert result.stderr == (
        f'Error: SOURCE_DATE_EPOCH is "{epoch}"; write seconds, as "git log -1 --format=%ct" does\n'
    )
