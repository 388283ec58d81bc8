"""The folder of the built site: the old site stays whole until the new one is complete.

MkDocs empties the folder first and fills it file by file. Here it fills another folder on the same disk, and
the two change places at the end.
"""

from __future__ import annotations

import atexit
import ctypes
import logging
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

AT_CURRENT_FOLDER = -100
EXCHANGE = 2
"""Of `renameat2` on Linux: a single step, so that there is a site at every moment."""


class SiteFolder:
    """Where the site is built, and where it goes when it is complete."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Let MkDocs build into a new folder beside the one that is configured.

        Raises:
            PluginError: where that cannot be made, or the configured one is a link.
        """
        self.target = Path(config.site_dir)
        if self.target.is_symlink():
            raise PluginError(f"{self.target.name} is a link to another folder; delete it, and build again")
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            remove_unfinished(self.target)
            self.path = Path(mkdtemp(prefix=f"{_prefix(self.target)}{os.getpid()}-", dir=self.target.parent))
            self.path.chmod(0o755)  # a server that runs as another user has to read it
        except OSError as error:
            raise PluginError(in_a_sentence(error)) from None
        config.site_dir = str(self.path)
        atexit.register(self.remove)

    def publish(self) -> None:
        """Let the new site take the place of the old one, unless a strict build is about to fail.

        Raises:
            PluginError: where the disk does not allow it.
        """
        if has_counted_warnings():
            return
        try:
            if self.target.exists():
                exchange(self.path, self.target)
            else:
                self.path.rename(self.target)
        except OSError as error:
            raise PluginError(in_a_sentence(error)) from None

    def remove(self) -> None:
        """Remove the folder of the unfinished or the old site."""
        shutil.rmtree(self.path, ignore_errors=True)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places, in a single step where the system knows one."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename and rename(AT_CURRENT_FOLDER, bytes(one), AT_CURRENT_FOLDER, bytes(other), EXCHANGE) == 0:
        return
    aside = one.with_name(f"{one.name}.old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def remove_unfinished(target: Path) -> None:
    """Remove what killed builds left beside a site."""
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        number = folder.name.removeprefix(_prefix(target)).partition("-")[0]
        if number.isdigit() and not _is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def has_counted_warnings() -> bool:
    """Say whether MkDocs counts warnings, as it does for a strict build, and there were some."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def in_a_sentence(error: OSError, written: str = "site") -> str:
    """Say what the system has refused, for which file, and what could not be written."""
    where = f" ({error.filename})" if error.filename else ""
    return (
        f"the {written} could not be written: {error.strerror or error}{where}; the last one stays as it was"
    )


def _prefix(target: Path) -> str:
    return f".{target.name}-"


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return True  # signal 0 is Ctrl-C there, and no question
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
