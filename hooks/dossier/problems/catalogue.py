"""Every message of the check, in the order of the guide."""

from __future__ import annotations

from .file_messages import Files, Yaml
from .message import Group
from .record_messages import CrossChecks, Dates, Ids, Links, Values

GROUPS: tuple[type[Group], ...] = (Files, Yaml, Values, Dates, Links, Ids, CrossChecks)
