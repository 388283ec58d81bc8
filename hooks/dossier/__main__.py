"""The command line: `python -m dossier check`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TypeAlias

from .loading import load
from .problems import DataError, Problem, annotate, report

Writer: TypeAlias = Callable[[Sequence[Problem]], str]

FORMATS: dict[str, Writer] = {"text": report, "github": annotate}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m dossier", description="Work with the data files.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check the data files without building the site")
    checking.add_argument(
        "data", nargs="?", type=Path, default=Path("data"), help="the folder (default: data)"
    )
    checking.add_argument("--strict", action="store_true", help="count warnings as problems")
    checking.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="write problems as text, or as GitHub shows them beside the lines (default: text)",
    )
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack the letters of a record
    return check(options.data, FORMATS[options.format], is_strict=options.strict)


def check(data: Path, write: Writer, *, is_strict: bool) -> int:
    """Print every problem of a data folder; return 1 where there are any."""
    try:
        dossier = load(data)
    except DataError as error:
        print(write(error.problems))
        return 1
    if dossier.warnings:
        print(write(dossier.warnings))
        return int(is_strict)
    print(f"{data}: no problems")
    return 0


if __name__ == "__main__":
    sys.exit(main())
