"""check-jsonschema, called in this process: each start of its own takes a second."""

from __future__ import annotations

from check_jsonschema import main  # type: ignore[import-untyped]
from click.testing import CliRunner, Result


def check_jsonschema(*arguments: object) -> Result:
    """Run its command."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
