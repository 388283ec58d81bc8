"""A hook that leaves out the downloads, so that a build makes what other generators make."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Leave no export to write, nor to list on the page on the data."""
    build = config.extra["build"]
    *_, exports = build.pages._writers["data.md"].args
    exports.listed = ()
    exports._exports.clear()
    build.exports._exports.clear()
