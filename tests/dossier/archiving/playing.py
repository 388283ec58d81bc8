"""What the Internet Archive answers, for servers that play it."""

from __future__ import annotations

import json

from dossier.archiving.internet_archive import InternetArchive
from dossier.link_check.transport import Limits

from ..link_check.misbehaving import Behaviour, Server, answer

API, SAVE_API = "/wayback/available", "/save/"
LIMITS = Limits(connect=5, answer=5, pause=0.01, backoff=0.02, retry_after=5, retries=2)


def archive(server: Server, limits: Limits = LIMITS) -> InternetArchive:
    """The archive that a server plays."""
    return InternetArchive(server[API], server[SAVE_API], limits, limits)


def closest(url: str, time: str = "20110702120000", status: str = "200", is_there: bool = True) -> Behaviour:
    """Name a copy of a page, as the availability API does: without TLS, and with the port."""
    snapshot = {
        "status": status,
        "available": is_there,
        "url": f"http://web.archive.org/web/{time}/{url}",
        "timestamp": time,
    }
    return tell({"url": url, "archived_snapshots": {"closest": snapshot}})


def tell(found: object) -> Behaviour:
    """Answer with JSON."""
    return answer(200, json.dumps(found), Content_Type="application/json")


NOTHING = tell({"url": "a.example", "archived_snapshots": {}})
