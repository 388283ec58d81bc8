"""The process that MkDocs runs in: its environment, its signals and its port."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import get_build_datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable from which MkDocs takes the time of the build."""


def prepare() -> None:
    """Clear an empty time of the build, refuse a wrong one, and end on SIGTERM as on Ctrl-C.

    MkDocs removes its temporary folder only where it is interrupted.
    """
    if not os.environ.get(EPOCH):
        os.environ.pop(EPOCH, None)
    try:
        get_build_datetime()
    except (ValueError, OverflowError, OSError):
        raise PluginError(
            f'{EPOCH} is "{os.environ[EPOCH]}"; write seconds, as "git log -1 --format=%ct" does'
        ) from None
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    gc.set_threshold(5_000)  # what one page takes is garbage soon; more often finds little
    atexit.register(gc.freeze)  # at the end, Python would look through everything again


@contextmanager
def keeping() -> Iterator[None]:
    """Look for no garbage while data are read, nor in them later: nothing of them is in a circle."""
    gc.collect(1)  # what is garbage by now would stay
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def require_port(server: LiveReloadServer) -> None:
    """Say why the port of a server cannot be used; the server is of no use afterwards."""
    port = server.server_address[1]
    try:
        server.server_bind()
    except OverflowError:
        raise PluginError(f'there is no port {port}; write for example "make serve PORT=8001"') from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise PluginError(f"port {port} cannot be used: {error.strerror}") from None
        raise PluginError(
            f"port {port} is in use, perhaps by another make serve; stop it,"
            f' or write "make serve PORT={port + 1}"'
        ) from None
    finally:
        server.server_close()
