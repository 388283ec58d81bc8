"""Append a template of a record to its data file: each key with a comment that says what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..loading.data_file import fault_of_name
from ..model.field import ListField
from ..model.kinds import KINDS, Kind, Layout
from ..model.record import Record
from ..problems.phrases import one_of, suggest, with_article
from ..problems.problem import Problem
from ..yaml_source.nodes import MappingNode, SequenceNode
from ..yaml_source.parser import UnreadableError, read
from .schema import modeline

KINDS_BY_NOUN = {kind.noun: kind for kind in KINDS if kind.layout is not Layout.ONE_FILE}


class TemplateError(Exception):
    """Raised if no template can be added; says what to do instead."""


def add_template(noun: str, name: str, data: Path) -> str:
    """Add a template of a kind of records to its file; return the file and the line, and what comes next.

    Areas and statements need the `name` of an area's file, which is new for an area.

    Raises:
        TemplateError: if the kind is unknown, or the name does not fit it.
    """
    kind = KINDS_BY_NOUN.get(noun)
    if kind is None:
        raise TemplateError(f'unknown kind "{noun}"; {suggest(noun, KINDS_BY_NOUN, one_of(KINDS_BY_NOUN))}')
    path, home = _place(kind, name, data)
    written = _read(path, kind, home) if path.exists() else ""
    text = "\n".join(_lines(_model(kind, home), is_entry=kind is not home or kind.is_listed))
    indented = "\n".join(" " * 2 * (kind is not home) + line for line in text.splitlines())
    before = written.rstrip() + "\n\n" if written else modeline(path.relative_to(data), home)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before}{indented}\n", encoding="utf-8", newline="\n")
    line = before.count("\n") + 1
    place = path.relative_to(data.parent).as_posix()
    return f"{place}:{line}: fill in the {noun} here; the check says what is still missing"


def _place(kind: Kind, name: str, data: Path) -> tuple[Path, Kind]:
    """Return the file that a record goes into, and the kind of the record that the file holds."""
    if kind.is_listed:
        return data / f"{kind.collection}.yml", kind
    home = next(other for other in KINDS if other.layout is Layout.FILE_EACH)
    path = data / home.collection / f"{name}.yml"
    known = sorted(file.stem for file in (data / home.collection).glob("*.yml"))
    if not name:
        example = f'"{kind.noun} {known[0] if known and kind is not home else "science"}"'
        raise TemplateError(f"name the file of {with_article(home.noun)} too, for example {example}")
    if kind is home and (fault := fault_of_name(name)):
        raise TemplateError(fault)
    if kind is home and path.exists():
        raise TemplateError(f"{path.relative_to(data.parent).as_posix()} exists already; choose another name")
    if kind is not home and name not in known:
        raise TemplateError(f'unknown {home.noun} "{name}"; {suggest(name, known, one_of(known))}')
    return path, home


def _read(path: Path, kind: Kind, home: Kind) -> str:
    """Read a file at the end of which a record can be added."""
    problems: list[Problem] = []
    try:
        node = read(path.read_bytes(), path.name, problems.append)
    except UnreadableError as error:
        raise TemplateError(f"{error.problem}; correct this first") from None
    if kind is home:
        has_room = isinstance(node, SequenceNode)
    else:
        *_, last = node.entries if isinstance(node, MappingNode) else [""]
        field = home.model.fields().get(last)
        has_room = isinstance(field, ListField) and kind.noun in field.incomplete_kinds
    if not has_room:
        raise TemplateError(f"{path.name} does not end with a list of {kind.plural}; add it by hand")
    return path.read_text(encoding="utf-8-sig")


def _model(kind: Kind, home: Kind) -> type[Record]:
    """Return the class of a record of a kind in a file of another; an area's statements need more keys."""
    return next((part for part in home.model.parts() if part.noun == kind.noun), kind.model)


def _lines(model: type[Record], *, is_entry: bool) -> Iterator[str]:
    """Yield the lines of a template: a comment and the key, which is itself a comment if it is optional."""
    indent = "  " if is_entry else ""
    start = "- " if is_entry else ""
    for key, value in model.fields().items():
        is_needed = key in model.required()
        yield f"{start}# {'' if is_needed else 'Optional. '}{value.description}"
        yield f"{indent}{key}: # {value.example}" if is_needed else f"{indent}# {key}: {value.example}"
        start = indent
