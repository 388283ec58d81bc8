"""The command line: `python -m dossier check` and `new`."""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from .loading import load
from .new import KINDS, add
from .problems import DataError, report


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m dossier", description="Work with the data files.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check the data files without building the site")
    checking.add_argument(
        "data", nargs="?", type=Path, default=Path("data"), help="the folder (default: data)"
    )
    checking.add_argument("--strict", action="store_true", help="count warnings as problems")
    adding = commands.add_parser("new", help="ask for a record and add it to the data files")
    adding.add_argument("kind", nargs="?", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    adding.add_argument("--data", type=Path, default=Path("data"), help="the folder (default: data)")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack the letters of a record
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # what is not UTF-8 is refused as in a file
    if options.command == "new":
        return add(options.kind or "", options.data)
    return check(options.data, is_strict=options.strict)


def check(data: Path, *, is_strict: bool) -> int:
    """Print every problem of a data folder; return 1 where there are any."""
    try:
        dossier = load(data)
    except DataError as error:
        print(error)
        return 1
    if dossier.warnings:
        print(report(dossier.warnings))
        return int(is_strict)
    print(f"{data}: no problems")
    return 0


if __name__ == "__main__":
    sys.exit(main())
