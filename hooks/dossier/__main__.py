"""The command line: `python -m dossier check` and `python -m dossier schema`."""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from . import schema
from .loading import load
from .problems import DataError, report
from .wording import count


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m dossier", description="Work with the data files.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check the data files without building the site")
    checking.add_argument(
        "data", nargs="?", type=Path, default=Path("data"), help="the folder (default: data)"
    )
    checking.add_argument("--strict", action="store_true", help="count warnings as problems")
    describing = commands.add_parser("schema", help="write the JSON Schemas that editors' programs use")
    describing.add_argument(
        "folder", nargs="?", type=Path, default=Path("data/schema"), help="the folder (default: data/schema)"
    )
    describing.add_argument(
        "--check", action="store_true", help="name those to be renewed, and write nothing"
    )
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack the letters of a record
    if options.command == "check":
        return check(options.data, is_strict=options.strict)
    return check_schemas(options.folder) if options.check else write_schemas(options.folder)


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


def write_schemas(folder: Path) -> int:
    """Write the schemas into a folder; return 0."""
    schema.write(folder)
    print(f"{folder}: {count(len(schema.schemas()), 'schema')}")
    return 0


def check_schemas(folder: Path) -> int:
    """Print which schemas of a folder are to be renewed, and how; return 1 where there are any."""
    stale = schema.stale(folder)
    for path in stale:
        print(f'{path.as_posix()}: out of date; renew it with "python -m dossier schema {folder.as_posix()}"')
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
