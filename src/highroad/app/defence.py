"""Who may talk to this server: any web page can reach 127.0.0.1, so every request is asked for its papers."""

import secrets
from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.template.loader import render_to_string

from highroad.app.asked import Asked
from highroad.app.queries.owners import the_owner

Answer = Callable[[HttpRequest], HttpResponse]

SAFE = {"GET", "HEAD", "OPTIONS"}
COOKIE = f"highroad-{settings.INSTANCE}"
COOKIE_SALT = "highroad.launch"
FILLED_FROM_ELSEWHERE = "/queue/new"
LONGEST_TOLD = 2000
A_YEAR = 365 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

launch_token = secrets.token_urlsafe(32)  # new at each start; lives in memory and in the first URL only
own_hosts: set[str] = set()  # the Host headers we answer to, port included: a rebound name is none of them


def answer_at(port: int) -> None:
    """Say at which port of this computer the server listens, so that requests meant for it are known."""
    own_hosts.clear()
    own_hosts.update(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


answer_at(8747)


class Defence:
    """Checks host, origin and cookie before anything else runs, and sets the headers of every answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let a request in, exchange its launch token, or turn it away."""
        response = self._turned_away(request) or self._launched(request) or self.answer(request)
        for name, value in HEADERS.items():
            if not (name == "Cache-Control" and request.path.startswith("/static/")):
                response.setdefault(name, value)
        return response

    def _turned_away(self, request: HttpRequest) -> HttpResponse | None:
        if request.META.get("HTTP_HOST") not in own_hosts:
            return _refusal("host")
        if not _from_elsewhere(request):
            return None
        return _passed_on(request) if _opens_the_form(request) else _refusal("origin")

    def _launched(self, request: HttpRequest) -> HttpResponse | None:
        if _is_open(request.path):
            return None
        if not _brings_token(request):
            return None if _known(request) else _refusal("launch")
        response = HttpResponseRedirect("/")  # without the token, which would stay in the browser's history
        papers = signing.dumps("let in", salt=COOKIE_SALT)
        response.set_cookie(COOKIE, papers, max_age=A_YEAR, httponly=True, samesite="Strict")
        return response


class WhoseRequest:
    """Gives each request its owner; on one's own computer there is one."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `request.owner`."""
        cast(Asked, request).owner = the_owner()
        return self.answer(request)


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether another page asks: what the browser tells must not say so, and a change must come with our own word.

    Both tell-tales must agree where both are sent: behind a rebound name one of them lies.
    """
    site, origin = request.META.get("HTTP_SEC_FETCH_SITE"), request.META.get("HTTP_ORIGIN")
    if origin is not None and urlsplit(origin).netloc not in own_hosts:
        return True
    if request.method in SAFE:
        return site not in {None, "none", "same-origin"}
    return site not in {None, "same-origin"} or (site is None and origin is None)


def _opens_the_form(request: HttpRequest) -> bool:
    """Whether the user's own press, on a page elsewhere, opens the one form that may be filled from there."""
    sent = request.META.get
    to_be_looked_at = sent("HTTP_SEC_FETCH_MODE") == "navigate" and sent("HTTP_SEC_FETCH_DEST") == "document"
    return request.method == "GET" and request.path == FILLED_FROM_ELSEWHERE and to_be_looked_at


def _passed_on(request: HttpRequest) -> HttpResponse:
    """A page with nothing on it that asks again from here, as nothing of the user's answers to a page elsewhere."""
    told = {name: request.GET.get(name, "")[:LONGEST_TOLD] for name in ("url", "title")}
    there = f"{FILLED_FROM_ELSEWHERE}?{urlencode(told)}"
    return HttpResponse(render_to_string("errors/passed_on.html", {"there": there}))


def _is_open(path: str) -> bool:
    """Where nothing of the user's is, or, in the calendar, nothing without a key of its own."""
    return path in {"/healthz", "/calendar.ics"} or path.startswith("/static/")


def _brings_token(request: HttpRequest) -> bool:
    brought = request.GET.get("launch", "") if request.method == "GET" else ""
    return secrets.compare_digest(brought.encode("utf-8", "replace"), launch_token.encode())


def _known(request: HttpRequest) -> bool:
    try:
        signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE_SALT, max_age=A_YEAR)
    except signing.BadSignature:
        return False
    return True


def _refusal(why: str) -> HttpResponseForbidden:
    return HttpResponseForbidden(render_to_string("errors/refused.html", {"why": why}))
