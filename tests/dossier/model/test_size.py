"""How much text there is of values."""

from __future__ import annotations

import pytest

from dossier.model.dataset import Dossier
from dossier.model.prose import parse
from dossier.model.size import Size, measure


@pytest.mark.parametrize(
    ("values", "size"),
    [
        ([], Size(0, 0, 0, 0)),
        (["Reçu", "x"], Size(0, 2, 6, 0)),
        ([True, 2007, False, None], Size(0, 2, 0, 0)),
        ([parse("Reçu <*now*>")], Size(0, 1, 0, len("Reçu &lt;<em>now</em>&gt;".encode()))),
        ([parse("See [this](visit:x).")], Size(0, 3, 0, len("See this</a>."))),
    ],
)
def test_texts_are_measured_in_bytes(values: list[object], size: Size) -> None:
    assert measure(values) == size


def test_a_record_holds_what_the_records_within_it_hold(ruritania: Dossier) -> None:
    for statement in ruritania.statements:
        within = [update.text for update in statement.updates]
        within += [conflict.text for conflict in statement.conflicts]
        size = statement.size
        assert (size.records, size.prose) == (len(within), measure([statement.text, *within]).prose)
