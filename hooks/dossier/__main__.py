"""The command line: `python -m dossier check` and the other commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TypeAlias

from .editing import schema
from .editing.template import KINDS_BY_NOUN, TemplateError, add_template
from .loading.data_folder import load
from .problems.phrases import count
from .problems.problem import DataError, Problem, annotate, report

Writer: TypeAlias = Callable[[Sequence[Problem]], str]

FORMATS: dict[str, Writer] = {"text": report, "github": annotate}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit status, 1 where the data or what was asked for have a mistake."""
    options = read_options(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may not have the letters of a record
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (DataError, TemplateError) as error:
        print(error)
        return 1
    except OSError as error:
        if not error.filename:
            raise
        print(f"{error.filename}: cannot be read or written; check its name, and who may do so")
        return 1


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command and its options."""
    parser = argparse.ArgumentParser(prog="python -m dossier", description="Work with the data files.")
    commands = parser.add_subparsers(required=True)
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("data", nargs="?", type=Path, default=Path("data"), help="the folder (default: data)")

    checking = commands.add_parser(
        "check", parents=[data], help="check the data files without building the site"
    )
    checking.set_defaults(run=check)
    checking.add_argument("--strict", action="store_true", help="count warnings as problems")
    checking.add_argument(
        "--strict-sources", action="store_true", help="warn of sources without an archived copy"
    )
    checking.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="write problems as text, or as GitHub shows them beside the lines (default: text)",
    )

    adding = commands.add_parser("new", help="add a template of a record to its data file")
    adding.set_defaults(run=add_record)
    adding.add_argument("kind", metavar="KIND", help=", ".join(KINDS_BY_NOUN))
    adding.add_argument(
        "name", nargs="?", default="", help="the file of the area, for an area or a statement"
    )
    adding.add_argument("--data", type=Path, default=Path("data"), help="the folder (default: data)")

    linking = commands.add_parser(
        "links", parents=[data], help="ask whether the pages that the data link to are still there"
    )
    linking.set_defaults(run=check_links)
    linking.add_argument("--report", type=Path, metavar="FILE", help="write the report into a file too")

    exporting = commands.add_parser("export", help="write the record in the formats of other programs")
    exporting.set_defaults(run=export)
    exporting.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a new or an empty folder")
    exporting.add_argument("--data", type=Path, default=Path("data"), help="the folder (default: data)")
    exporting.add_argument(
        "--docs", type=Path, default=Path("docs"), help="the folder of hand-written pages (default: docs)"
    )
    exporting.add_argument("--name", help="the name of the site (default: that of the country, and NATO)")
    exporting.add_argument(
        "--address",
        default=os.environ.get("SITE_URL", ""),
        help="its address (default: SITE_URL)",
    )

    archiving = commands.add_parser(
        "archive",
        parents=[data],
        help="look for archived copies of the sources, and write them into the data",
    )
    archiving.set_defaults(run=archive_sources)
    archiving.add_argument(
        "--yes", action="store_true", help="write copies near to the date of their source without asking"
    )
    archiving.add_argument(
        "--save", action="store_true", help="ask for a copy where there is none; each may take minutes"
    )
    archiving.add_argument("--api", metavar="URL", help="the address that is asked for copies")
    archiving.add_argument("--save-api", metavar="URL", help="the address that is asked to make a copy")

    describing = commands.add_parser("schema", help="write the JSON Schemas that editors' programs use")
    describing.set_defaults(run=write_schemas)
    describing.add_argument(
        "folder", nargs="?", type=Path, default=Path("data/schema"), help="the folder (default: data/schema)"
    )
    describing.add_argument(
        "--check", action="store_true", help="name those to be renewed, and write nothing"
    )
    return parser.parse_args(arguments)


def check(options: argparse.Namespace) -> int:
    """Print every problem of a data folder; return 1 if there are any."""
    write = FORMATS[options.format]
    try:
        dossier = load(options.data, strict_sources=options.strict_sources)
    except DataError as error:
        print(write(error.problems))
        return 1
    if dossier.warnings:
        print(write(dossier.warnings))
        return int(options.strict)
    print(f"{options.data}: no problems")
    return 0


def add_record(options: argparse.Namespace) -> int:
    """Add a template to a data file."""
    print(add_template(options.kind, options.name, options.data))
    return 0


def check_links(options: argparse.Namespace) -> int:
    """Check the pages that a data folder links to, and print a report; return 1 if an editor has to act."""
    from .link_check import report as links  # the other commands need no connection to the web
    from .link_check.checking import check_urls
    from .link_check.mentions import mentions_of

    mentions = mentions_of(load(options.data))
    items = links.by_heading(mentions, check_urls(mentions))
    text = links.report(items)
    print(text)
    if options.report:
        options.report.write_text(f"{text}\n", encoding="utf-8")
    return int(any(heading in items for heading in links.AMISS))


def export(options: argparse.Namespace) -> int:
    """Write all exports into a folder; return 1 if that is not possible."""
    from .exports.site_exports import ExportError
    from .exports.whole_site import list_site
    from .loading.folder import list_files
    from .pages.citations import Site
    from .pages.hand_written import read_pages
    from .pages.page_context import SiteContext

    if options.folder is None:
        print("name a folder that does not exist yet, as in: python -m dossier export DIR")
        return 1
    dossier = load(options.data)
    website = Site(options.name or f"{dossier.partner.name} and NATO", options.address)
    site = SiteContext(dossier, website)
    names = (
        path.relative_to(options.docs).as_posix()
        for path, obstacle in list_files(options.docs)
        if path.suffix == ".md" and not obstacle
    )
    _, exports = list_site(site, read_pages(options.docs, names, site))
    try:
        exports.write_folder(options.folder)
    except ExportError as error:
        print(error)
        return 1
    print(f"{options.folder}: {count(len(exports), 'file')}")
    return 0


def archive_sources(options: argparse.Namespace) -> int:
    """Look for copies of the sources in an archive, and write them; return 1 if something failed."""
    from .archiving.dialogue import Mode, run  # the other commands need no connection to the web
    from .archiving.internet_archive import API, SAVE_API, InternetArchive

    dossier = load(options.data)
    archive = InternetArchive(options.api or API, options.save_api or SAVE_API)
    mode = Mode(input if sys.stdin.isatty() and not options.yes else None, options.yes, options.save)
    return int(not run(dossier, options.data.parent, archive, mode))


def write_schemas(options: argparse.Namespace) -> int:
    """Write the schemas into a folder, or only list the outdated ones; return 1 if there are any."""
    folder = options.folder
    if options.check:
        command = f"python -m dossier schema {folder.as_posix()}"
        stale = schema.stale(folder)
        for path in stale:
            print(f'{path.as_posix()}: out of date; renew it with "{command}"')
        return int(bool(stale))
    schema.write(folder)
    print(f"{folder}: {count(len(schema.schemas()), 'schema')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
