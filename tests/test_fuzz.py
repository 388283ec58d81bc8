"""Whatever an editor's slip does to a shipped file, the answer is a dossier or problems where it happened."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from dossier.loading.data_folder import FileCache, load
from dossier.problems.problem import DataError, Problem

from .websites import ROOT

DATA = ROOT / "data"
FILES = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*.yml"))}

MOST_MEMORY = 2**30
OTHER_TYPES = (
    b" 12",
    b" []",
    b" {}",
    b" [a, b]",
    b" {a: b}",
    b" null",
    b" true",
    b" 2007-02-30",
    b"",
    b" *a",
)
ENTRY = re.compile(rb" {0,2}- ")


@pytest.fixture(autouse=True)
def little_memory() -> Iterator[None]:
    """Let nothing take more than one GiB, where the system can see to it."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def places(content: bytes) -> SearchStrategy[int]:
    return st.integers(0, len(content) - 1)


@st.composite
def deleted(draw: DrawFn, content: bytes) -> bytes:
    start = draw(places(content))
    return content[:start] + content[start + draw(st.integers(1, 40)) :]


@st.composite
def overwritten(draw: DrawFn, content: bytes) -> bytes:
    start = draw(places(content))
    return content[:start] + draw(st.binary(min_size=1, max_size=8)) + content[start + 1 :]


@st.composite
def swapped(draw: DrawFn, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    number = draw(st.integers(0, len(lines) - 2))
    lines[number : number + 2] = reversed(lines[number : number + 2])
    return b"".join(lines)


@st.composite
def indented(draw: DrawFn, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    number = draw(st.integers(0, len(lines) - 1))
    lines[number] = draw(st.sampled_from([b"", b" ", b"   ", b"\t", b"- ", b"    - "])) + lines[
        number
    ].lstrip(b" -")
    return b"".join(lines)


@st.composite
def of_another_type(draw: DrawFn, content: bytes) -> bytes:
    values = [*re.finditer(rb"(?<=:) [^\n]*", content)]
    value = draw(st.sampled_from(values))
    return content[: value.start()] + draw(st.sampled_from(OTHER_TYPES)) + content[value.end() :]


@st.composite
def slips(draw: DrawFn) -> tuple[str, bytes]:
    """Return a shipped file and what a slip has made of it."""
    file = draw(st.sampled_from(sorted(FILES)))
    slip = draw(st.sampled_from([deleted, overwritten, swapped, indented, of_another_type]))
    return file, draw(slip(FILES[file]))


def touched(old: bytes, new: bytes) -> tuple[int, str]:
    """Return the line in which the changed record starts, and its text before and after the change."""
    before, after = old.splitlines(), new.splitlines()
    same = next(
        (number for number, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1), 0
    )
    starts = [number for number, line in enumerate(before) if ENTRY.match(line)]
    first = max((start for start in starts if start <= same), default=0)
    last = min((start for start in starts if start > same + 3), default=len(before))
    text = b"\n".join([*before[first:last], *after[first:last]])
    return first + 1, text.decode(errors="replace")


def is_plausible(problem: Problem, file: str, old: bytes, new: bytes) -> bool:
    """Say whether a problem leads to a slip: by its line, or by naming what the slip has changed."""
    line, text = touched(old, new)
    is_behind = problem.place.file == file and problem.place.line >= line - 1
    named = re.findall(r'"([^"]+)"', f"{problem.record} {problem.message}")
    return is_behind or any(word in text for word in named)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FileCache]:
    """The shipped data in a folder of their own, and what reading them gave."""
    folder = tmp_path_factory.mktemp("project")
    for file, content in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return folder, {}


@given(slip=slips())
@settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=timedelta(seconds=2),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_slip_makes_a_dossier_or_problems_that_lead_to_it(
    slip: tuple[str, bytes], copy: tuple[Path, FileCache]
) -> None:
    file, content = slip
    folder, cache = copy
    (folder / file).write_bytes(content)
    try:
        problems = list(load(folder / "data", cache=cache).warnings)
    except DataError as error:
        problems = error.problems
    finally:
        (folder / file).write_bytes(FILES[file])
    for problem in problems:
        lines = content if problem.place.file == file else FILES[problem.place.file]
        assert 1 <= problem.place.line <= len(lines.splitlines()) + 1
        assert problem.place.column >= 1
        assert str(problem).isprintable()
    assert not problems or any(is_plausible(problem, file, FILES[file], content) for problem in problems)
    assert [
        str(problem) for problem in problems if not is_plausible(problem, file, FILES[file], content)
    ] == []
