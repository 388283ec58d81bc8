"""Whatever an editor's slip does to a file, the answer is a dossier or a list of problems, and soon."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.dossier import Dossier
from dossier.loading import load
from dossier.problems import DataError

GOOD_DATA = Path(__file__).parent / "good_data" / "data"
MARKS = b"-:#&*!|>'\"%@`{}[],?\\~/\t\n\r \x00\x07\x80\xe9\xff0123456789az"


def delete(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randint(1, 40) :]


def insert(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + bytes(chance.choices(MARKS, k=chance.randint(1, 4))) + content[start:]


def overwrite(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.randint(1, 4)) + content[start + 1 :]


def swap_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    first, second = chance.sample(range(len(lines)), 2)
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def indent(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    number = chance.randrange(len(lines))
    lines[number] = chance.choice([b"", b" ", b"  ", b"   ", b"\t", b"- "]) + lines[number].lstrip(b" -")
    return b"".join(lines)


CORRUPTIONS: list[Callable[[bytes, random.Random], bytes]] = [delete, insert, overwrite, swap_lines, indent]


def corrupted_files(number: int) -> Iterator[tuple[str, bytes]]:
    """Corrupt one file after the other, the same ones in every run."""
    chance = random.Random(1)
    files = sorted(path.relative_to(GOOD_DATA).as_posix() for path in GOOD_DATA.rglob("*.yml"))
    for _ in range(number):
        file = chance.choice(files)
        content = (GOOD_DATA / file).read_bytes()
        for corrupt in chance.choices(CORRUPTIONS, k=chance.randint(1, 3)):
            content = corrupt(content, chance) or b" "
        yield file, content


@pytest.mark.parametrize(("file", "content"), [*corrupted_files(200)], ids=map(str, range(200)))
def test_a_corrupted_file_makes_a_dossier_or_problems(file: str, content: bytes, good_data: Path) -> None:
    (good_data / file).write_bytes(content)
    start = time.perf_counter()
    try:
        result: Dossier | DataError = load(good_data)
    except DataError as error:
        result = error
    assert time.perf_counter() - start < 2
    problems = result.problems if isinstance(result, DataError) else result.warnings
    for problem in problems:
        lines = (good_data.parent / problem.place.file).read_bytes().splitlines()
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1
        assert problem.record or problem.place.file == f"data/{file}"
        assert str(problem).isprintable()
