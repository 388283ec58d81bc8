"""The W3C's checker of HTML."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path


def errors(packages: Path, site: Path) -> list[str]:
    """Return a line for each error in the pages of a site."""
    jar = packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    answer = subprocess.run(
        ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", str(site)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(answer.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition(site.name)[2]}:{message.get('lastLine', 0)}:"
        f" {message['message']} {' '.join(message.get('extract', '').split())}"
        for message in messages
        if message["type"] != "info"
    ]
