"""What is in a folder, and why some of it cannot be read."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from ..problems.file_messages import Files
from ..problems.problem import MOST_READ, UNPRINTABLE

LEFT_BEHIND = re.compile(r"\..*|.*~|#.*#", re.DOTALL)
"""The names of hidden files and folders, and of the locks and backups of editors."""

NAME_OF_TEXT = re.compile(r".*\.(ya?ml|md)", re.IGNORECASE | re.DOTALL)
"""The names of the files that are read as text."""

OTHER_TYPES = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}


def list_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """List the files below a folder in the order of their names, each with why it cannot be read, or nothing.

    What editors leave behind is not listed. Links to folders are problems, so no link leads in a circle.
    """
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield folder, Files.CLOSED()
        return
    for path in paths:
        if LEFT_BEHIND.fullmatch(path.name):
            continue
        obstacle = _obstacle(path)
        if not obstacle and path.is_dir():
            yield from list_files(path)
        else:
            yield path, obstacle


def _obstacle(path: Path) -> str:
    """Say why a path is no folder and no file to read; nothing is opened, for a pipe may never end."""
    if UNPRINTABLE.search(path.name):
        return Files.UNPRINTABLE_NAME()
    try:
        status = path.stat()
    except OSError:
        return Files.LINK_TO_NOTHING() if path.is_symlink() else Files.CLOSED()
    is_text = NAME_OF_TEXT.fullmatch(path.name)
    if stat.S_ISREG(status.st_mode):
        is_too_large = is_text and status.st_size > MOST_READ
        return Files.TOO_LARGE(number=MOST_READ // 1_000_000) if is_too_large else ""
    if stat.S_ISDIR(status.st_mode) and path.is_symlink():
        return Files.LINK_TO_FOLDER()
    if stat.S_ISDIR(status.st_mode) and not is_text:
        return ""
    return Files.NO_FILE(found=OTHER_TYPES.get(stat.S_IFMT(status.st_mode), "a device"))
