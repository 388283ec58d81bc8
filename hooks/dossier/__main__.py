"""The command line: `python -m dossier check`."""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from .loading import load
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
    linking = commands.add_parser("links", help="ask whether the pages that the data link to are still there")
    linking.add_argument(
        "data", nargs="?", type=Path, default=Path("data"), help="the folder (default: data)"
    )
    linking.add_argument("--report", type=Path, metavar="FILE", help="write the report into a file too")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack the letters of a record
    if options.command == "links":
        return links(options.data, options.report)
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


def links(data: Path, file: Path | None) -> int:
    """Print what has become of the pages that a data folder links to; return 1 where anything is amiss."""
    from . import findings  # what connects to the web is of no use to the other commands
    from .addresses import addresses_of
    from .links import ask

    try:
        mentions = addresses_of(load(data))
    except DataError as error:
        print(error)
        return 1
    found = findings.findings(mentions, ask(mentions))
    text = findings.report(found)
    print(text)
    if file:
        file.write_text(f"{text}\n", encoding="utf-8")
    return int(any(finding.is_amiss for finding in found))


if __name__ == "__main__":
    sys.exit(main())
