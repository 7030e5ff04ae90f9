"""What browsers are told with each answer: what the page and the brief in it may load, and who may show or keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Headers = Iterable[tuple[bytes, bytes]]

PAGE_CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""For all but the brief (CSP Level 3): nothing inline, nothing from elsewhere, and no text can become a script or an
element, whatever the page does with it (Trusted Types)."""

BRIEF_CONTENT = (
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-scripts"
)
"""For the brief: its own style sheet, pictures and fonts, which are all inside it; no script, no form, no network, and
no window or page but its own. The page around it may look into it, for which both must be of the same origin. Scripts
are forbidden by `script-src`, and in most browsers by the sandbox of the frame as well. Here the sandbox allows them,
because under one that does not, Safari runs no listener of the page around either (WebKit bug 218086)."""

EVERYWHERE = {
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
KEPT = b"private, max-age=31536000, immutable"
"""For pictures, whose names are hashes of what they show. All else would be out of date, and is not to stay on disk."""


def with_policy(path: str, status: int, headers: Headers) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with what the policy adds. Nothing that opens it to other origins goes out."""
    is_brief = path == "/frame"
    policy = {
        **EVERYWHERE,
        b"content-security-policy": (BRIEF_CONTENT if is_brief else PAGE_CONTENT).encode(),
        b"x-frame-options": b"SAMEORIGIN" if is_brief else b"DENY",
        b"cache-control": KEPT if path.startswith("/picture/") and status == 200 else b"no-store",
    }
    return [*_others(headers, policy.keys()), *policy.items()]


def _others(headers: Headers, decided: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for name, value in headers:
        if name.lower() not in decided and not name.lower().startswith(b"access-control-"):
            yield name, value
