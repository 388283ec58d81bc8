"""Whatever an editor's slip does to a data file, the answer is a dossier or problems where it happened."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from dossier.loading.data_folder import FileCache, load
from dossier.problems.problem import DataError, Problem

from .slips import FILES, MANY, slips

MOST_MEMORY = 2**30
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
    """The data of Ruritania in a folder of their own, and what reading them gave."""
    folder = tmp_path_factory.mktemp("project")
    for file, content in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return folder, {}


@given(slip=slips())
@MANY
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
