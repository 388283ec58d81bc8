"""What is read of an edited file is what a whole reading gives, and only what the edit touches is read."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given

from dossier.loading.data_file import DataFile, read_data_file
from dossier.loading.edited_file import reread
from dossier.model.kinds import KINDS, Kind

from ...slips import FILES, MANY, slips

NAME = "data/milestones.yml"
(MILESTONES,) = (kind for kind in KINDS if kind.collection == "milestones")
FILE = """# The milestones
- id: first
  date: 1994
  title: The first
  text: It began.

- id: second
  date: 2001
  title: The second
  text: >
    It went on.
    See [the first](milestone:first).
# The last one
- id: third
  date: 2007
  title: The third
  text: It goes on.
"""


def kind_of(file: str) -> Kind:
    """Return the kind whose records a file has."""
    collection = PurePosixPath(file).parts[1].removesuffix(".yml")
    return next(kind for kind in KINDS if kind.collection == collection)


def said(file: DataFile) -> object:
    """Return all that is known of a file, the ids in the order of their places."""
    registry = file.registry
    ids = [sorted(uses) for uses in (registry.defined, registry.referenced, registry.former)]
    parts = [(part, part.origin) for record in file.records for part in record.walk()]
    return file.written, parts, ids, registry.problems, registry.incomplete_kinds


def edit(before: str, after: str) -> tuple[DataFile, DataFile | None]:
    """Read a file of milestones, and then again after an edit; what was read must be true."""
    earlier = read_data_file(before.encode(), NAME, MILESTONES)
    edited = reread(earlier, after.encode(), NAME, MILESTONES)
    if edited:
        assert said(edited) == said(read_data_file(after.encode(), NAME, MILESTONES))
    return earlier, edited


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("The second", "Another", [0, 2]),
        ("id: third", "id: 3rd", [0, 1]),
        ("It began.", "It\n    began.", []),
        ("The third", "The\n    third", [0, 1]),
        ("# The last one\n", "", [0]),
        ("# The milestones", "# All milestones", [1, 2]),
        (
            "  text: It goes on.\n",
            "  text: It goes on.\n- id: fourth\n  date: 2011\n  title: The fourth\n",
            [0, 1],
        ),
    ],
)
def test_records_that_an_edit_leaves_as_they_were_stay(old: str, new: str, kept: list[int]) -> None:
    earlier, edited = edit(FILE, FILE.replace(old, new))
    assert edited
    same = [
        number
        for number, record in enumerate(earlier.records)
        if any(record is one for one in edited.records)
    ]
    assert same == kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2001", "date: soon"),
        ("title: The second", 'title: "The second'),
        ("- id: second", "  - id: second"),
        ("- id: first", "- &first\n  id: first"),
        ("- id: third", "---\n- id: third"),
        (FILE[FILE.index("- id: second") :], ""),
        ("# The milestones\n- id: first\n  date: 1994\n", "[{id: first, date: 1994, title: One}]\n#\n#"),
    ],
)
def test_what_may_mean_something_elsewhere_is_read_whole(old: str, new: str) -> None:
    assert edit(FILE, FILE.replace(old, new))[1] is None


@given(slip=slips())
@MANY
def test_after_any_slip_a_file_says_what_a_whole_reading_gives(slip: tuple[str, bytes]) -> None:
    file, content = slip
    kind = kind_of(file)
    earlier = read_data_file(FILES[file], file, kind)
    for before, written in ((earlier, content), (read_data_file(content, file, kind), FILES[file])):
        if edited := reread(before, written, file, kind):
            assert said(edited) == said(read_data_file(written, file, kind))
