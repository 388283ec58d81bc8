"""Which files hold what, and in which order it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.loading.data_folder import FileCache, load
from dossier.problems.problem import DataError


def milestone(name: str) -> str:
    return f"{{id: {name}, date: 2007, title: A flood}}"


def area(title: str, statement: str, order: str = "") -> str:
    """The file of an area."""
    statements = f"activities: [{{id: {statement}, title: A, status: planned, text: A., as_of: 2007}}]"
    return f"title: {title}\nsummary: A.\n{statements}\n{order and f'order: {order}'}\n"


VISIT = """
id: yearly-consultations
title: Monthly consultations
direction: to-partner
visitors: [NATO officials]
place: Strelsau
recurring: true
"""


def write(data: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")


def test_a_collection_is_read_from_its_file_and_then_from_every_file_of_its_folder(good_data: Path) -> None:
    write(
        good_data,
        {
            "milestones.yml": f"- {milestone('treaty')}\n- {milestone('treaty-in-force')}\n",
            "milestones/2007/flood.yml": milestone("d"),
            "milestones/a.yml": f"- {milestone('e')}\n- {milestone('f')}\n",
            "milestones/2006.yml": milestone("c"),
        },
    )
    assert [milestone.id for milestone in load(good_data).milestones] == [
        *("treaty", "treaty-in-force", "c", "d", "e", "f")
    ]


@pytest.mark.parametrize("text", ["[]", "[] # none\n"])
def test_a_list_may_have_no_records(text: str, good_data: Path) -> None:
    write(good_data, {"milestones/none.yml": text})
    assert len(load(good_data).milestones) == 5


def test_one_file_may_hold_a_collection_of_one_record(good_data: Path) -> None:
    write(good_data, {"glossary.yml": "{term: NAC, name: North Atlantic Council}"})
    assert [term.name for term in load(good_data).terms] == ["North Atlantic Council"]


def test_collections_may_be_missing(good_data: Path) -> None:
    for path in [*good_data.rglob("*.yml")]:
        if path.stem not in ("sources", "partner"):
            path.unlink()
    write(good_data, {"partner.yml": "{name: A, adjective: B, summary: C, primary_source: nato-2010}"})
    dossier = load(good_data)
    assert (dossier.areas, dossier.milestones, dossier.visits, dossier.terms) == ((), (), (), ())
    assert (dossier.timeline, dossier.years, dossier.statements) == ((), (), ())


def test_areas_are_in_their_order_and_then_by_title(good_data: Path) -> None:
    write(
        good_data,
        {
            "areas/a.yml": area("Zoology", "a"),
            "areas/b.yml": area("architecture", "b"),
            "areas/c.yml": area("Botany", "c"),
            "areas/d.yml": area("Dams", "d", order="10"),
            "areas/e.yml": area("Energy", "e", order="2"),
            "areas/more/f.yml": area("Floods", "f", order="-1"),
            "areas/more/g.yml": area("Floods", "g", order="-1"),
        },
    )
    areas = [f"{area.title} ({area.id})" for area in load(good_data).areas]
    assert areas == [
        *("Floods (f)", "Floods (g)", "Science (science)", "Energy (e)", "Dams (d)"),
        *("architecture (b)", "Botany (c)", "Defence reform (defence)", "Zoology (a)"),
    ]


def test_the_name_of_a_file_is_the_id_of_an_area(good_data: Path) -> None:
    write(good_data, {"areas/more/flood-control.yml": area("Floods", "a")})
    assert "flood-control" in [area.id for area in load(good_data).areas]


def test_terms_are_by_the_alphabet(good_data: Path) -> None:
    terms = ["SOFA", "alliance", "NAC", "Allies"]
    write(good_data, {"glossary.yml": "".join(f"- {{term: {term}, name: A}}\n" for term in terms)})
    assert [term.term for term in load(good_data).terms] == ["alliance", "Allies", "NAC", "SOFA"]


def test_files_that_are_no_yaml_are_left_alone(good_data: Path) -> None:
    write(good_data, {"schema/area.json": "{", "README.md": "#", "areas/notes.txt": "?"})
    assert load(good_data).warnings == ()


def test_problems_name_files_from_the_folder_above_the_data(
    good_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (good_data / "partner.yml").write_text("- a\n", encoding="utf-8")
    monkeypatch.chdir(good_data.parent)
    for data in (good_data, Path("data"), Path("./data"), good_data / ".." / "data"):
        with pytest.raises(DataError) as caught:
            load(data)
        assert [problem.place.file for problem in caught.value.problems] == ["data/partner.yml"]


def test_a_folder_that_is_not_there_has_no_partner(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match=r"^data/partner\.yml:1:1: partner: this file is missing; write one with"
    ):
        load(tmp_path / "data")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has a file that nobody can read")
def test_a_file_that_cannot_be_opened_is_a_problem(good_data: Path) -> None:
    (good_data / "milestones.yml").unlink()
    (good_data / "milestones.yml").symlink_to("/proc/self/mem")
    with pytest.raises(DataError) as caught:
        load(good_data)
    assert str(caught.value).splitlines()[0] == (
        "data/milestones.yml:1:1: this file cannot be opened; close other programs that have it,"
        " and check who may read it"
    )


def test_only_a_changed_file_is_read_again(good_data: Path) -> None:
    cache: FileCache = {}
    first = load(good_data, cache=cache)
    write(good_data, {"areas/floods.yml": area("Floods", "pumps"), "visits/yearly-consultations.yml": VISIT})
    (good_data / "visits.yml").touch()
    second = load(good_data, cache=cache)
    assert second.milestones[0] is first.milestones[0]
    assert second.visits[0] is first.visits[0]
    assert second.visits[-1].title == "Monthly consultations"
    assert [area.id for area in second.areas] == ["science", "defence", "floods"]
    (good_data / "areas" / "floods.yml").write_text("title: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DataError, match="1 problem in 1 file"):
            load(good_data, cache=cache)
    (good_data / "areas" / "floods.yml").unlink()
    assert [area.id for area in load(good_data, cache=cache).areas] == ["science", "defence"]
