"""The slips of editors: what one of them makes of a data file, for the tests that make many."""

from __future__ import annotations

import re
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .conftest import GOOD_DATA

FILES = {
    path.relative_to(GOOD_DATA.parent).as_posix(): path.read_bytes()
    for path in sorted(GOOD_DATA.rglob("*.yml"))
}
"""The data of Ruritania."""

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

MANY = settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=timedelta(seconds=2),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""As many slips as a run of the tests has time for, always the same."""


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
    """Return a data file and what a slip has made of it."""
    file = draw(st.sampled_from(sorted(FILES)))
    slip = draw(st.sampled_from([deleted, overwritten, swapped, indented, of_another_type]))
    return file, draw(slip(FILES[file]))
