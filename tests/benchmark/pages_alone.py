"""A hook that leaves out the downloads, so that a build makes what other generators make."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Leave no export to write, nor to list on the page on the data."""
    exports = config.extra["build"].exports
    exports.listed = ()
    exports._exports.clear()
