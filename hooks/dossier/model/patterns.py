"""Regular expressions as JSON Schema takes them: the dialect of ECMA 262, without flags and named groups."""

from __future__ import annotations

import re


def unnamed(expression: re.Pattern[str]) -> str:
    """Write an expression in the syntax that both dialects share."""
    return re.sub(r"\(\?P<\w+>", "(", expression.pattern).replace(r"\d", "[0-9]")


def whole(*alternatives: str) -> str:
    """Write a pattern for a whole text; any white space counts as one space, as in a field."""
    return rf"^\s*({'|'.join(alternatives)})\s*$".replace(" ", r"\s+")
