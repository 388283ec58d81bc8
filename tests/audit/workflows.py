"""What runs on GitHub, as its schemas, actionlint and zizmor see it; none of them needs a network."""

from __future__ import annotations

from ..schema_check import check_jsonschema
from ..websites import ROOT
from .tools import complaints, packages_for, program

SCHEMAS = {
    "vendor.github-workflows": "workflows/*.yml",
    "vendor.dependabot": "dependabot.yml",
    "vendor.github-issue-forms": "ISSUE_TEMPLATE/*-*.yml",
    "vendor.github-issue-config": "ISSUE_TEMPLATE/config.yml",
}
"""The schemas that check-jsonschema brings along, and the files in `.github` that have to fit them."""


def shortcomings() -> list[str]:
    """Return what the checkers find, and say which of them were asked."""
    found = [*schema_errors(), *_actionlint(), *_zizmor()]
    print(f"workflows: {len(found)} findings of check-jsonschema, actionlint and zizmor", flush=True)
    return found


def schema_errors() -> list[str]:
    """Return where files for GitHub do not fit their schemas."""
    found = []
    for schema, pattern in SCHEMAS.items():
        files = sorted((ROOT / ".github").glob(pattern))
        result = check_jsonschema("--builtin-schema", schema, *files)
        found += [result.output] if result.exit_code else []
    return found


def _actionlint() -> list[str]:
    script = packages_for() / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"
    return complaints("node", str(script), ".github/workflows/*.yml")


def _zizmor() -> list[str]:
    return complaints(program("zizmor"), "--offline", "--quiet", "--persona=pedantic", ".")
