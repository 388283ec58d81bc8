"""The lock of those who make files."""

from __future__ import annotations

from threading import Thread

import pytest

from mkdocs_site.preview.fair_lock import FairLock

PATIENCE = 20
"""Seconds until a thread counts as stuck."""


def test_those_who_wait_are_not_passed_by_who_comes_later() -> None:
    """As who asks for the index of the search would, page by page, if the lock went to the quickest."""
    lock = FairLock()
    order: list[str] = []

    def wait() -> None:
        with lock.held():
            order.append("waited")

    others = [Thread(target=wait) for _ in range(20)]
    with lock.held():
        for other in others:
            other.start()
        while len(lock._queue) <= len(others):
            others[0].join(0.001)
    with lock.held():
        order.append("came later")
    for other in others:
        other.join(PATIENCE)
    assert order == ["waited"] * 20 + ["came later"]


def test_it_is_given_up_by_what_fails() -> None:
    lock = FairLock()
    with pytest.raises(KeyboardInterrupt), lock.held():
        raise KeyboardInterrupt
    with lock.held():
        pass
