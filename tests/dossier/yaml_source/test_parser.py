"""YAML means what it looks like; what cannot be read is in `bad_data/yaml-*` and its neighbours."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from dossier.problems.problem import Place, Problem
from dossier.yaml_source.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode, in_words
from dossier.yaml_source.parser import UnreadableError, read

BOM = b"\xef\xbb\xbf"


def read_bytes(folder: Path, content: bytes) -> Node:
    """Read a file in which there must be no problem."""
    problems: list[Problem] = []
    path = folder / "x.yml"
    path.write_bytes(content)
    node = read(path.read_bytes(), "data/x.yml", problems.append)
    assert problems == []
    return node


def simple(node: Node) -> Any:
    """A value without its places."""
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [simple(item) for item in node.items]
        case MappingNode():
            return {key: simple(entry.value) for key, entry in node.entries.items()}


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "no", "yes", "on", "off", "true", "True", "null", "~", "010", "0o10", "0x1F", "1_000"),
        *(
            "12:30",
            "1:2:3",
            "1.10",
            "1e3",
            ".inf",
            "2007",
            "2007-07-02",
            "2007-07-02 12:30:00",
            "+1",
            "=",
            "<<",
        ),
    ],
)
def test_yaml_means_what_it_looks_like(text: str, tmp_path: Path) -> None:
    content = f"{text}: {text}\nlist: [{text}]\n".encode()
    assert simple(read_bytes(tmp_path, content)) == {text: text, "list": [text]}


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b"a: 'it''s'\n", {"a": "it's"}),
        (b'a: "two\\nlines \\u2013"\n', {"a": "two\nlines \u2013"}),
        (b"a: >-\n  one\n  line\n", {"a": "one line"}),
        (b"a: |\n  two\n  lines\n", {"a": "two\nlines\n"}),
        (b"a: one\n  line\n", {"a": "one line"}),
        (b"a: b # not c\n", {"a": "b"}),
        (b"a: b#c\n", {"a": "b#c"}),
        (b"a:b: c\n-d: e\n", {"a:b": "c", "-d": "e"}),
        (b"a:\n- b\n- c\n", {"a": ["b", "c"]}),
        (b"a:\nb: ''\n", {"a": "", "b": ""}),
        (b"{a: [b, {c: d}]}", {"a": ["b", {"c": "d"}]}),
        (b"---\na: b\n...\n", {"a": "b"}),
        (b"%YAML 1.2\n---\na: b\n", {"a": "b"}),
        (BOM + b"a: b\n", {"a": "b"}),
        (b"a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        (b"a: b\rc: d\r", {"a": "b", "c": "d"}),
        (b"a: b", {"a": "b"}),
        (b"a:\tb\t# c\n", {"a": "b"}),
        ("é: 😀\u00a0Жß\n".encode(), {"é": "😀\u00a0Жß"}),
        (b"- &x {a: [b]}\n- *x\n- c: *x\n", [{"a": ["b"]}, {"a": ["b"]}, {"c": {"a": ["b"]}}]),
        (b"- &x a\n- &x b\n- *x\n", ["a", "b", "b"]),
    ],
)
def test_a_file_has_this_value(content: bytes, value: object, tmp_path: Path) -> None:
    assert simple(read_bytes(tmp_path, content)) == value


@pytest.mark.parametrize("text", ["e\u0301", "'e\u0301'", '"e\\u0301"', ">-\n  e\u0301"])
def test_text_has_one_normal_form(text: str, tmp_path: Path) -> None:
    assert simple(read_bytes(tmp_path, f"a: {text}\n".encode())) == {"a": "é"}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: Room #12", 9),
        ("a: Room #twelve", 9),
        *(("a: " + text, None) for text in ("Room # 12", "Room  #12", "'Room' #12", "'Room #12'", "Room#12")),
        ("a: #12", None),
    ],
)
def test_a_text_knows_the_comment_that_may_be_a_part_of_it(
    text: str, column: int | None, tmp_path: Path
) -> None:
    node = read_bytes(tmp_path, text.encode())
    assert isinstance(node, MappingNode)
    value = node.entries["a"].value
    assert isinstance(value, ScalarNode)
    assert value.comment == (column and Place("data/x.yml", 1, column))


def test_what_cannot_be_seen_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    problems: list[Problem] = []
    node = read("a: \u202eb\u202c\nc\u200b: d\n".encode(), "data/x.yml", problems.append)
    assert simple(node) == {"a": "b", "c": "d"}
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(1, 4), (1, 6), (2, 2)]


@pytest.mark.parametrize(
    "text", ["\u0645\u06cc\u200c\u0631", "\U0001f469\u200d\U0001f680", "a\u200e\u200f\u00ad"]
)
def test_what_some_scripts_need_is_text(text: str, tmp_path: Path) -> None:
    assert simple(read_bytes(tmp_path, f"a: {text}".encode())) == {"a": text}


@pytest.mark.parametrize("prefix", [b"", BOM])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_every_value_and_key_knows_its_place(prefix: bytes, line_end: bytes, tmp_path: Path) -> None:
    lines = [b"# a comment", b"- id: a", "  title: 'é😀'  # ä".encode(), b"  x: [b, {c: d}]", b"- e"]
    node = read_bytes(tmp_path, prefix + line_end.join(lines))

    def at(line: int, column: int) -> Place:
        return Place("data/x.yml", line, column)

    assert node == SequenceNode(
        at(2, 1),
        [
            MappingNode(
                at(2, 3),
                {
                    "id": Entry(at(2, 3), ScalarNode(at(2, 7), "a")),
                    "title": Entry(at(3, 3), ScalarNode(at(3, 10), "é😀", "'")),
                    "x": Entry(
                        at(4, 3),
                        SequenceNode(
                            at(4, 6),
                            [
                                ScalarNode(at(4, 7), "b"),
                                MappingNode(at(4, 10), {"c": Entry(at(4, 11), ScalarNode(at(4, 14), "d"))}),
                            ],
                        ),
                    ),
                },
            ),
            ScalarNode(at(5, 3), "e"),
        ],
    )


def test_columns_count_characters(tmp_path: Path) -> None:
    node = read_bytes(tmp_path, "{é😀: x, b: y}".encode())
    assert isinstance(node, MappingNode)
    assert node.entries["b"].place.column == 9


def test_the_first_of_two_equal_keys_holds(tmp_path: Path) -> None:
    problems: list[Problem] = []
    path = tmp_path / "x.yml"
    path.write_text("a: b\na: c\n", encoding="utf-8")
    assert simple(read(path.read_bytes(), "data/x.yml", problems.append)) == {"a": "b"}
    assert [problem.place.line for problem in problems] == [2]


def test_as_much_may_be_nested_and_repeated_as_any_record_needs(tmp_path: Path) -> None:
    nested = b"[" * 20 + b"]" * 20
    assert in_words(read_bytes(tmp_path, nested)) == "a list"
    repeated = b"- &x [a, b, c]\n" + b"- *x\n" * 2500
    assert len(simple(read_bytes(tmp_path, repeated))) == 2501


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b"{" * 100_000,
        b"- " * 100_000,
        b"? " * 100_000,
        b"- &a [x, x]\n"
        + b"".join(
            b"- &%c [*%c, *%c]\n" % (b, a, a) for a, b in zip(b"abcdefgh" * 8, b"bcdefgha" * 8, strict=True)
        ),
        b"- &x [a, b]\n" + b"- *x\n" * 100_000,
    ],
    ids=["brackets", "braces", "dashes", "question marks", "doubling", "repeating"],
)
def test_what_nests_or_repeats_without_bound_is_refused_at_once(content: bytes, tmp_path: Path) -> None:
    start = time.perf_counter()
    with pytest.raises(
        UnreadableError, match=r"nested deeper than 20 levels|repeats more than 10,000 values"
    ):
        read_bytes(tmp_path, content)
    assert time.perf_counter() - start < 2


def test_a_mapping_gives_the_text_of_a_key(tmp_path: Path) -> None:
    node = read_bytes(tmp_path, b"a: b\nc: [d]\n")
    assert isinstance(node, MappingNode)
    assert [node.text(key) for key in "ace"] == ["b", "", ""]
