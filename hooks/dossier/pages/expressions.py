"""The expressions of hand-written pages on the dossier, such as `{{ partner.name }}`, filled in by Jinja."""

from __future__ import annotations

import re
import traceback
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ..model.enumerations import Status
from ..model.prose import Prose
from ..problems.problem import Place, Problem
from . import guide
from .page_context import PageContext, SiteContext
from .urls import of_file

DOCS = "docs/"
"""The folder of hand-written pages, as problems name it."""


class PageError(Exception):
    """Raised for a wrong expression in a hand-written page; carries the problem."""

    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, "", message)
        super().__init__(str(self.problem))


def expand(source: str, name: str, site: SiteContext, *, lines_before: int = 0) -> str:
    """Fill in the expressions of a page.

    `name` is the page's file in problems, which gives its URL too; `lines_before` the number of its
    lines above `source`.

    Raises:
        PageError: if a name is not defined, or the template cannot be read.
    """
    if "{" not in source:
        return source
    names = _names(site, of_file(name.removeprefix(DOCS)))
    try:
        return _compiled(source).render(names)
    except Exception as error:  # an expression may fail in any way
        line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error)
        hint = f"the names are {', '.join(names)}; write {{% raw %}} around braces that are meant as text"
        message = error.message if isinstance(error, TemplateError) else error
        raise PageError(Place(name, lines_before + line, 1), f"{message}; {hint}") from None


def _names(site: SiteContext, url: str) -> dict[str, Any]:
    """Return the names that the page at a URL can use."""
    dossier = site.dossier
    return {
        "dossier": dossier,
        "partner": dossier.partner,
        "areas": dossier.areas,
        "milestones": dossier.milestones,
        "visits": dossier.visits,
        "sources": dossier.sources,
        "glossary": dossier.terms,
        "primary_source": dossier.primary_source,
        "statuses": list(Status),
        "prose": PageContext(site=site, url=url, title="").prose,
        "field_table": guide.field_table,
        "message_list": guide.message_list,
        "shown_date": guide.shown_date,
    }


def escape(value: Any) -> str:
    """Escape a value for Markdown and HTML, unless it is HTML."""
    if isinstance(value, Markup):
        return value
    text = value.plain if isinstance(value, Prose) else str(value)
    return re.sub(r"[^\w\s:/.]|_|[:.](?![\w/])", lambda found: f"&#{ord(found[0])};", text)


@lru_cache
def _compiled(source: str) -> Template:
    return _environment().from_string(source)


@cache
def _environment() -> Environment:
    # A page comes with a contribution, and must not run code of whoever previews it.
    return SandboxedEnvironment(undefined=StrictUndefined, finalize=escape, keep_trailing_newline=True)


def _line(error: Exception) -> int:
    """Return the line of the template in which an error was raised."""
    return next(
        (
            frame.lineno or 1
            for frame in reversed(traceback.extract_tb(error.__traceback__))
            if frame.filename == "<template>"
        ),
        1,
    )
