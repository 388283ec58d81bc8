"""Sees to it that there is a browser to test with: `python -m tests.browser.install`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from .browsers import VARIABLE, NoBrowserError, launched

ADVICE = f"""\
The browser tests need Chromium and Playwright's driver, and one of them does not start here.
On Debian and Ubuntu, "sudo apt-get install chromium libatomic1" has what both need. Elsewhere, install
Chromium or Google Chrome yourself; if it is not on PATH, name its program in {VARIABLE}."""


def ways() -> list[list[list[str]]]:
    """Return the ways to a browser on this machine, each a list of commands."""
    found = [[[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        found.append([["apt-get", "update"], ["apt-get", "install", "--yes", "chromium", "libatomic1"]])
    return found


def is_there() -> bool:
    """Say whether a browser starts; one that was named but does not is the caller's mistake."""
    try:
        with launched():
            return True
    except NoBrowserError as error:
        if os.environ.get(VARIABLE):
            sys.exit(str(error))
        return False


def main() -> None:
    """Return at once where there is a browser; else install one, or say what to do."""
    if is_there():
        return
    for commands in ways():
        for command in commands:
            print("no browser yet:", *command, file=sys.stderr, flush=True)
            if subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode:
                break
        if is_there():
            return
    sys.exit(ADVICE)


if __name__ == "__main__":
    main()
