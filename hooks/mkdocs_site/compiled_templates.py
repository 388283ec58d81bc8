"""The compiled templates, which are kept from build to build, as Python keeps its compiled modules."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig


def keep_compiled(templates: Environment, config: MkDocsConfig) -> None:
    """Keep compiled templates below `.cache` beside the settings, where the system allows it.

    A changed template is compiled anew; so is each with another version of Jinja, or of Python.
    """
    folder = Path(config.config_file_path).absolute().parent / ".cache" / f"jinja2-{version('jinja2')}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if os.access(folder, os.W_OK):
        templates.bytecode_cache = FileSystemBytecodeCache(str(folder))
