"""Runs the outside checkers: `python -m tests.audit [workflows | packages | pages | /PAGE/...]`."""

from __future__ import annotations

import sys

from . import packages, pages, workflows

PARTS = ("workflows", "packages", "pages")


def main(chosen: list[str]) -> int:
    """Run the parts, all if none are named, and `pages` for single ones; return the exit status."""
    addresses = [name for name in chosen if name.startswith("/")]
    parts = {*chosen}.difference(addresses) | ({"pages"} if addresses else set()) or {*PARTS}
    if unknown := parts.difference(PARTS):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; use {', '.join(PARTS)} or the addresses of pages")
    failed = []
    if "workflows" in parts:
        failed += workflows.shortcomings()
    if "packages" in parts:
        failed += packages.shortcomings()
    if "pages" in parts:
        failed += pages.shortcomings([address.lstrip("/") for address in addresses])
    print(*failed, f"{len(failed)} shortcomings", sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
