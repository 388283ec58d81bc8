"""The parts of the editing guide that are made from the code: tables of keys, dates and messages."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..model import date_forms
from ..model.kinds import KINDS, Layout
from ..model.record import Record
from ..problems.catalogue import GROUPS
from . import markup
from .page import environment

MODELS: dict[str, type[Record]] = {
    model.noun: model
    for kind in KINDS
    if kind.layout is not Layout.WITHIN
    for model in (kind.model, *kind.model.parts())
}
"""The kinds with a table; a statement is that of an area, which has more required keys."""


def field_table(kind: str) -> Markup:
    """Write a table of the keys of a kind of records, such as "milestone"."""
    return _write("fields", MODELS[kind])


def message_list() -> Markup:
    """Write every message of the check, with its cause."""
    return _write("messages", GROUPS)


def shown_date(text: str) -> Markup:
    """Write a date as pages show it."""
    return markup.when(date_forms.parse(text))


def _write(macro: str, value: object) -> Markup:
    module: Any = environment().get_template("guide.html").module
    return Markup(getattr(module, macro)(value))
