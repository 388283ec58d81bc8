"""The Content-Security-Policy of the pages (W3C CSP Level 3), which GitHub Pages can only get in a meta tag.

Material puts short scripts into its pages, and their text differs with the page's depth: each is allowed by
its hash, and no other script in a page runs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

HASHES = "'hashes-of-the-inline-scripts'"
"""The placeholder in the policy until the page is written and its scripts are known."""

POLICY = "; ".join(
    [
        "default-src 'none'",
        f"script-src 'self' {HASHES}",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    ]
)

META = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
"""The policy of a page."""

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(*, has_web_assembly: bool) -> str:
    """Return the policy of the pages; a search may be WebAssembly, which is not to run otherwise."""
    return POLICY.replace(HASHES, f"{HASHES} 'wasm-unsafe-eval'") if has_web_assembly else POLICY


def allow_inline_scripts(html: str) -> str:
    """Put the hashes of a page's inline scripts into its policy."""
    if HASHES not in html:
        return html
    scripts = dict.fromkeys(INLINE_SCRIPT.findall(html))
    hashes = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    return html.replace(HASHES, " ".join(f"'sha256-{value}'" for value in hashes), 1)


def allow_files(html: str) -> str:
    """Let a page that is opened from a file load other files, and start a worker from a text of its own.

    By the standard, no other file is 'self' for it, whatever browsers do.
    """
    return META.sub(_allow_files, html)


def _allow_files(policy: re.Match[str]) -> str:
    return policy[0].replace("'self'", "'self' file:").replace("worker-src", "worker-src blob:")
