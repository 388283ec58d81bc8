"""Whatever is edited in whatever order, the preview gives what a clean build makes, byte for byte.

`REBUILDS=100` tries a hundred sequences of edits instead of a few.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ...live import PATIENCE, Live, live
from ...websites import contents, copy_project, run
from .edits import EDITS, GOOD_DATA, Edit, keep_as_good
from .long_lists import LONG_EDITS, write_long_lists

EPOCH = "1300000000"
"""The time of all builds."""

FEW, EDITS_EACH = 3, 4

SETTLED = 3
"""Seconds after which nothing more is to be expected of the preview."""

ADDED = re.compile(
    rb"<style>\s*\.nr-problems.*?</details>\s*</div>"  # the banner
    rb'|\n<meta http-equiv="Content-Security-Policy"[^>]*>\n'
    rb"|<script>[^<]*livereload\(\d+, \d+\);?\s*</script>",
    re.DOTALL,
)
"""What is in the pages of the preview alone, or of a clean build: a policy would forbid the script."""

Site: TypeAlias = dict[str, bytes]
"""The files of a site, without what differs by design."""

Step: TypeAlias = tuple[Edit, int, bool]
"""An edit, which record it is of, and whether somebody then looks at all files, or only at the home page."""


def built(project: Path, address: str) -> Site | None:
    """Build a site from scratch; None where it cannot be built."""
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        if run(project, "mkdocs", "build", "--site-dir", str(site), SITE_URL=address).returncode:
            return None
        return {name: alike(page) for name, page in contents(site).items()}


def alike(page: bytes) -> bytes:
    """Take out of a page what differs by design."""
    return ADDED.sub(b"", page)


def given_by(site: Live, names: set[str]) -> Site:
    """Ask the preview for files; those that are missing are left out."""
    answers = {}
    for name in sorted(names):
        try:
            with urlopen(site.root + name, timeout=PATIENCE) as answer:
                answers[name] = alike(answer.read())
        except HTTPError:
            continue
    return answers


def difference(found: Site, expected: Site) -> str:
    """Name the files that differ, and what differs in the first of them."""
    names = sorted(name for name in {*found, *expected} if found.get(name) != expected.get(name))
    texts = (site.get("".join(names[:1]), b"").decode(errors="replace") for site in (expected, found))
    clean, previewed = (text.splitlines() for text in texts)
    return "\n".join([*names, *unified_diff(clean, previewed, "clean build", "preview", n=0, lineterm="")])


class Check:
    """Compares a preview with clean builds, edit by edit."""

    def __init__(self, site: Live) -> None:
        self.site = site
        self.names: set[str] = set()
        """All files that there ever were."""
        self.last: Site = {}
        """The last site that could be built."""
        self.is_stale = False
        """Whether it could not be built as it is now."""
        self.build()
        self.compare()

    def build(self) -> None:
        """Build the site from scratch, and keep it and its data if it can be built."""
        new = built(self.site.project, self.site.root)
        self.is_stale = new is None
        if new is not None:
            self.last = new
            self.names |= new.keys()
            keep_as_good(self.site.project)

    def edit(self, edit: Edit, number: int, looks_at_all: bool) -> None:
        page = self.site.get()
        edit(self.site.project, number)
        os.utime(self.site.project / "data/partner.yml")
        self.build()  # meanwhile, the preview does the same
        self.site.wait(page)
        self.compare(looks_at_all)

    def compare(self, looks_at_all: bool = True) -> None:
        """Wait until the preview gives what a clean build makes, or the last one that could be made."""
        names = self.names if looks_at_all else {"index.html"}
        expected = {name: self.last[name] for name in names & self.last.keys()}
        while True:
            page = self.site.get()
            found = given_by(self.site, names)
            is_stale = "The pages show the last good state" in page
            if found == expected and is_stale == self.is_stale:
                return
            try:
                self.site.wait(page, SETTLED)
            except TimeoutError:
                pytest.fail(f"shows the last good state: {is_stale}\n{difference(found, expected)}")


def check(project: Path, steps: Sequence[Step]) -> None:
    """Edit a new project, compare after each edit, and everything at the end."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", EPOCH)
        with live(project) as site:
            preview = Check(site)
            for edit, number, looks_at_all in steps:
                preview.edit(edit, number, looks_at_all)
            preview.compare()


def sequences(edits: Sequence[Edit]) -> st.SearchStrategy[list[Step]]:
    step = st.tuples(st.sampled_from(edits), st.integers(0, 99), st.booleans())
    return st.lists(step, min_size=EDITS_EACH, max_size=EDITS_EACH)


tried = settings(
    max_examples=int(os.environ.get("REBUILDS", FEW)),
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@tried
@given(sequences(EDITS))
def test_the_preview_gives_what_a_clean_build_makes(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        check(copy_project(Path(folder, "project"), GOOD_DATA), steps)


@tried
@given(sequences(LONG_EDITS))
def test_it_does_so_where_lists_are_cut_into_parts(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        project = copy_project(Path(folder, "project"), GOOD_DATA)
        write_long_lists(project)
        check(project, steps)
