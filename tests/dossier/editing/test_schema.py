"""The schemas, seen by a validator that knows nothing of this project; what editors see rests on them."""

from __future__ import annotations

import json
import os
import re
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from dossier.__main__ import main
from dossier.loading.data_folder import load
from dossier.model.enumerations import Choice, Direction, SourceKind, Status, UpdateKind
from dossier.problems.problem import DataError, Problem
from dossier.yaml_source.nodes import SequenceNode
from dossier.yaml_source.parser import UnreadableError, read

from ...schema_check import check_jsonschema
from ...test_bad_data import BAD_DATA, CASES, lay_over
from ...websites import ROOT

SCHEMAS = ROOT / "data" / "schema"
GOOD_DATA = ROOT / "tests" / "good_data" / "data"
KINDS = ("partner", "area", "milestones", "visits", "sources", "glossary")
SHIPPED = sorted(path for folder in ("data", "tests/good_data") for path in (ROOT / folder).rglob("*.yml"))

UNSEEN = (
    *("^unknown (source|area|statement|visit|milestone) ", "is used twice", "is taken by the site itself"),
    *("^impossible date", "is not the name of a month", "ends before it starts", "is older than what it"),
    *("has neither .date. nor", "^no record names this source", "^bad file name", "is a former id"),
    *("^the link to ", "is the id of another kind", "^there is a space before", "^a change needs"),
    *("^this line is part of the text of", '^the text after " #"', "more than 100 years from all others"),
    "^this text has",
)
"""What is said of mistakes that no schema can see: it knows neither the other records nor the calendar."""

Place: TypeAlias = tuple[Path, int]
"""A record: its file, and which of the file's records it is."""


def kind_of(path: Path) -> str:
    """Return the kind of a data file, empty where nothing reads it."""
    top = path.as_posix().rpartition("/data/")[2].partition("/")[0]
    kinds = {"areas": "area"} | {
        name: kind for kind in KINDS if kind != "area" for name in (kind, f"{kind}.yml")
    }
    return kinds.get(top, "")


def rejected(files: Iterable[Path]) -> set[Place]:
    """Return the records that do not fit the schemas of their files."""
    by_kind: dict[str, list[Path]] = {}
    for path in files:
        by_kind.setdefault(kind_of(path), []).append(path)
    return {record for kind, paths in by_kind.items() for record in misfits(kind, paths)}


def misfits(kind: str, files: Iterable[Path]) -> Iterator[Place]:
    """Name the records of files that do not fit one schema."""
    schema = SCHEMAS / f"{kind}.schema.json"
    report = json.loads(check_jsonschema("--schemafile", schema, "--output-format", "JSON", *files).stdout)
    assert report.get("parse_errors", []) == []
    for error in report.get("errors", []):
        number = re.match(r"\$\[(\d+)\]", error["path"])
        yield Path(error["filename"]), int(number[1]) if number else 0


def lines_of(path: Path) -> list[int]:
    """Return the lines in which the records of a file start, none where it cannot be read."""
    slips: list[Problem] = []
    try:
        node = read(path.read_bytes(), path.name, slips.append)
    except UnreadableError:
        return []
    if slips or not kind_of(path):
        return []
    if isinstance(node, SequenceNode) and kind_of(path) not in ("partner", "area"):
        return [item.place.line for item in node.items]
    return [1]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[Place, list[str]]:
    """The records of `bad_data/`, each with what the check says of it."""
    records: dict[Place, list[str]] = {}
    for case in CASES:
        data = shutil.copytree(GOOD_DATA, tmp_path_factory.mktemp(case) / "data")
        lay_over(case, data)
        try:
            problems = list(load(data).warnings)
        except DataError as error:
            problems = error.problems
        for path in filter(Path.is_file, (BAD_DATA / case / "data").rglob("*.yml")):
            lines = lines_of(path)
            records |= {(path, number): [] for number in range(len(lines))}
            for problem in problems if lines else []:
                if problem.place.file == path.relative_to(BAD_DATA / case).as_posix():
                    records[path, bisect_right(lines, problem.place.line) - 1].append(problem.message)
    return records


@pytest.fixture(scope="module")
def refused(told: dict[Place, list[str]]) -> set[Place]:
    """The records of `bad_data/` that do not fit the schemas."""
    return rejected({path for path, _ in told})


def unseen(message: str) -> list[str]:
    """Return the kinds of mistakes that no schema can see to which a message belongs."""
    return [kind for kind in UNSEEN if re.search(kind, message)]


def test_the_schemas_are_those_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["schema", "--check", str(SCHEMAS)])
    assert (capsys.readouterr().out, status) == ("", 0)


def test_the_schemas_are_good_ones() -> None:
    files = [SCHEMAS / f"{kind}.schema.json" for kind in KINDS]
    result = check_jsonschema("--check-metaschema", *files)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_asks_nothing_of_other_hosts(kind: str) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    references = [reference.removeprefix("#/definitions/") for reference in values_of(schema, "$ref")]
    assert set(references) == schema["definitions"].keys()


def schema_of(kind: str) -> Any:
    """Read a committed schema."""
    return json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))


def values_of(value: Any, key: str) -> Iterator[Any]:
    """Find the values of a key at any depth."""
    if isinstance(value, dict):
        yield from [value[key]] if key in value else []
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from values_of(inner, key)


def test_the_data_fit_their_schemas() -> None:
    assert rejected(SHIPPED) == set()


def test_a_mistake_is_seen_where_a_schema_can_see_it(
    told: dict[Place, list[str]], refused: set[Place]
) -> None:
    seen = {record for record, messages in told.items() if not all(map(unseen, messages))}
    assert seen - refused == set()


def test_a_record_without_mistakes_is_never_refused(
    told: dict[Place, list[str]], refused: set[Place]
) -> None:
    assert {record for record in refused if not told[record]} == set()


def test_what_no_schema_can_see_is_not_seen(told: dict[Place, list[str]], refused: set[Place]) -> None:
    accepted = [message for record, messages in told.items() if record not in refused for message in messages]
    assert {kind for message in accepted for kind in unseen(message)} == set(UNSEEN)


TEXTS = [
    "NO",
    "on",
    "true",
    "1.10",
    "010",
    "12:30",
    "0x1F",
    "1e3",
    "2007",
    "2007-07-02",
    ".inf",
    "'two\n  lines'",
]
DATES = [
    *("2007", "0800", "'2007'", "2007~", "2007-07", "2007-07~", "2007-07-02", "2 July 2007", "July 2007~"),
    *("'July 2, 2007'", "2007/..", "../2007-07", "2005~/2009", "2009-09-05/2009-09-10~", "' 2  july 2007'"),
]
IDS = ["a", "a-1", "2007", "2007-07", "2007-07-02", "no", "'true'", "010"]
LINKS = ["http://a.org", "HTTPS://a.org/b_(c)?d=e&f=é#g", "'https://[::1]:80/'"]

MILESTONE = {"id": "x-%d", "date": "2007", "title": "A"}
VISIT = {"id": "x-%d", "title": "A", "direction": "to-nato", "visitors": "[A]", "place": "B"}
SOURCE = {"id": "x-%d", "title": "A", "publisher": "B", "kind": "press", "url": "https://c.org"}


@pytest.mark.parametrize(
    ("collection", "record", "values"),
    [
        ("milestones", MILESTONE, {"id": IDS, "date": DATES, "title": TEXTS, "text": TEXTS}),
        ("visits", VISIT, {"recurring": ["true", "'true'"]}),
        ("visits", VISIT | {"date": "2007"}, {"visitors": [f"[{text}]" for text in TEXTS], "key": ["false"]}),
        ("sources", SOURCE, {"url": LINKS, "language": ["no", "pt-BR"], "accessed": DATES}),
    ],
)
def test_what_the_check_takes_fits_the_schema_whatever_yaml_makes_of_it(
    collection: str, record: dict[str, str], values: dict[str, list[str]], good_data: Path
) -> None:
    records = [record | {key: text} for key, texts in values.items() for text in texts]
    lines = ["{" + ", ".join(f"{key}: {text}" for key, text in keys.items()) + "}" for keys in records]
    path = good_data / collection / "more.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "".join(f"- {line.replace('%d', str(n))}\n" for n, line in enumerate(lines)), encoding="utf-8"
    )
    load(good_data)
    assert rejected([path]) == set()


@pytest.mark.parametrize(
    ("kind", "record", "key", "words"),
    [
        ("area", "statement", "status", Status),
        ("visits", "visit", "direction", Direction),
        ("sources", "source", "kind", SourceKind),
        ("area", "update", "kind", UpdateKind),
    ],
)
def test_every_word_of_a_choice_is_explained(kind: str, record: str, key: str, words: type[Choice]) -> None:
    field = schema_of(kind)["definitions"][record]["properties"][key]
    assert dict(zip(field["enum"], field["enumDescriptions"], strict=True)) == {
        word.value: word.meaning for word in words
    }


def test_stale_schemas_are_named_and_renewed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "schema"
    assert main(["schema", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}: 6 schemas\n"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in SCHEMAS.iterdir()
    }
    (folder / "area.schema.json").write_text("{}\n", encoding="utf-8")
    (folder / "visits.schema.json").unlink()
    assert main(["schema", str(folder), "--check"]) == 1
    assert capsys.readouterr().out == "".join(
        f'{folder.as_posix()}/{kind}.schema.json: out of date; renew it with "python -m dossier schema'
        f' {folder.as_posix()}"\n'
        for kind in ("area", "visits")
    )
    assert main(["schema", str(folder)]) == 0
    assert main(["schema", str(folder), "--check"]) == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "schema"
    file.touch()
    assert main(["schema", str(file)]) == 1
    assert (
        capsys.readouterr().out == f"{file}: cannot be read or written; check its name, and who may do so\n"
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_data_file_names_its_schema(path: Path) -> None:
    schema = Path(os.path.relpath(SCHEMAS / f"{kind_of(path)}.schema.json", path.parent)).as_posix()
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema={schema}"


def test_the_settings_of_the_editor_name_the_schema_of_every_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    covered = {
        path: schema
        for schema, patterns in settings["yaml.schemas"].items()
        for pattern in patterns
        for path in ROOT.glob(pattern)
    }
    files = (ROOT / "data").rglob("*.yml")
    assert covered == {path: f"data/schema/{kind_of(path)}.schema.json" for path in files}
