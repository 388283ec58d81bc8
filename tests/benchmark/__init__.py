"""The benchmark: this site's build beside that of MkDocs with ready-made Markdown of the same content."""

from __future__ import annotations

import sys
from pathlib import Path

# The dossier is no installed package: MkDocs has its folder on the path while it loads the hooks.
sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
