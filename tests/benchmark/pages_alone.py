"""A hook that leaves out the downloads, so that a build makes what other generators make."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


class NoExports:
    """Exports of which none is written."""

    def write_all(self, folder: Path) -> None:
        """Write nothing."""


def on_config(config: MkDocsConfig) -> None:
    """Replace what the hooks before this one would write beside the pages."""
    config.extra["build"].exports = NoExports()
