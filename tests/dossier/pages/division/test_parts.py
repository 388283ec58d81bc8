"""Long lists: where they are cut, and that nothing of them is lost."""

from __future__ import annotations

import pytest

from dossier.model.dataset import Dossier
from dossier.pages.division.parts import Branch, Division, Entry, Label, Part, Weighed
from dossier.pages.division.weights import Weight, weigh_reference

ROOM = Weight(1_000, 1_000)


def entry(name: str, weight: int, *labels: str) -> Weighed[str]:
    """Return an entry with its labels, of which those of digits have anchors."""
    listed = tuple(Label(label, label.upper(), f"y{label}" if label.isdigit() else "") for label in labels)
    return Weighed(Entry(name, (name,), listed), Weight(weight, 0))


def cut(*entries: Weighed[str]) -> Division[str]:
    """Cut a list."""
    return Division("list/", entries, ROOM)


def pages(division: Division[str]) -> dict[str, tuple[str, ...]]:
    """Return what is on each part, by its URL."""
    return {part.url: part.values for part in division.parts}


def test_a_list_that_fits_is_on_its_own_page() -> None:
    division = cut(entry("a", 500, "1990s", "1991"), entry("b", 500, "2000s", "2001"))
    assert pages(division) == {"list/": ("a", "b")}
    assert division.whole == division.parts[0]
    assert division.pages == division.parts
    assert division.at("b") == "list/#b"


def test_what_is_beside_a_list_takes_its_room() -> None:
    entries = [entry("a", 900, "letters")]
    assert Division("list/", entries, ROOM, beside=Weight(100, 0)).whole
    assert Division("list/", entries, ROOM, beside=Weight(101, 0)).parts[0].url == "list/letters/"


def test_a_list_is_cut_by_the_widest_labels_that_fit() -> None:
    division = cut(
        entry("a", 100, "1990s", "1991"),
        entry("b", 100, "1990s", "1992"),
        entry("c", 800, "2000s", "2001"),
        entry("d", 800, "2000s", "2007"),
        entry("e", 800, "2000s", "2007"),
    )
    assert pages(division) == {
        "list/1990s/": ("a", "b"),
        "list/2001/": ("c",),
        "list/2007/": ("d",),
        "list/2007/2/": ("e",),
    }
    assert [part.title for part in division.parts] == [
        "1990S",
        "2001",
        "2007, part 1 of 2",
        "2007, part 2 of 2",
    ]
    assert division.whole is None
    assert [(branch.url, branch.title) for branch in division.branches] == [
        ("list/", ""),
        ("list/2000s/", "2000S"),
    ]


def test_a_page_lists_the_parts_below_it_by_their_labels() -> None:
    division = cut(*(entry(name, 600, "2000s", "2007") for name in "abc"), entry("d", 100, "2010s", "2011"))
    whole, decade = division.branches
    assert [(label.title, len(parts)) for label, parts in whole.groups] == [("2007", 3), ("2010S", 1)]
    assert [(label.title, len(parts)) for label, parts in decade.groups] == [("2007", 3)]
    assert [label.title for label in division.parts[-1].inner_labels] == ["2011"]


def test_an_anchor_leads_to_the_first_part_that_has_it() -> None:
    division = cut(*(entry(name, 600, "2000s", "2007") for name in "abc"))
    assert division.at("c") == "list/2007/3/#c"
    assert division.at("y2007") == "list/2007/#y2007"


def test_what_is_too_heavy_for_any_page_has_one_of_its_own() -> None:
    division = cut(entry("a", 10, "x"), entry("b", 5_000, "x"), entry("c", 10, "x"))
    assert pages(division) == {"list/x/": ("a",), "list/x/2/": ("b",), "list/x/3/": ("c",)}


def test_text_alone_can_fill_a_page() -> None:
    texts = [Weighed(Entry(name, (name,), (Label("x", "X"),)), Weight(10, 700)) for name in "ab"]
    assert [part.url for part in Division("list/", texts, ROOM).parts] == ["list/x/", "list/x/2/"]


def test_a_source_weighs_once_on_a_page(ruritania: Dossier) -> None:
    source = ruritania.sources[0]
    entries = [Weighed(Entry(name, (name,), (Label("x", "X"),)), Weight(0, 0), (source,)) for name in "abcd"]
    assert Division("list/", entries, weigh_reference(source)).whole


def test_a_part_knows_those_beside_it() -> None:
    division = cut(*(entry(name, 600, "x") for name in "abc"))
    first, second, third = division.parts
    assert division.beside(first) == (None, second)
    assert division.beside(second) == (first, third)
    assert division.beside(third) == (second, None)


@pytest.mark.parametrize("number", [0, 1, 10, 1_000])
def test_every_entry_is_on_one_page_in_its_order(number: int) -> None:
    entries = [
        entry(str(index), index * 37 % 900, f"{index // 100}0s", str(index // 10)) for index in range(number)
    ]
    weights = {item.entry.value: item.weight.html for item in entries}
    division = cut(*entries)
    assert [value for part in division.parts for value in part.values] == [
        item.entry.value for item in entries
    ]
    assert len({page.url for page in division.pages}) == len(division.pages)
    for page in division.pages:
        match page:
            case Part():
                assert sum(weights[value] for value in page.values) <= ROOM.html
            case Branch():
                assert page.parts
