"""Help beside dark words, looked at while they are typed or when they are saved. It blocks, keeps and tells nothing."""

import secrets
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import cast
from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions.dark_words import lift, look_at
from highroad.app.actions.help import UnknownCountry, choose_country
from highroad.app.asked import Asked
from highroad.app.defence import Answer
from highroad.app.queries.dark_words import are_looked_at, beside, leaving, quiet_until, rests
from highroad.app.queries.today import near
from highroad.words.crisis import Level

COOKIE = "beside"  # from a saved page to the one after it; it holds a level, and lives for one page
LIVES = 120  # seconds
SEEN = "seen-beside"  # the text as it stood when help was last shown beside it
NOT_TYPED = {"csrfmiddlewaretoken", "page", "about", "row", "end", "begin", "value", "back", "iso", SEEN}


@require_POST
def look(request: Asked) -> HttpResponse:
    """What stands above the text that is being typed; an empty answer when nothing does."""
    now = clock.now()
    found = look_at(request.owner, request.POST.get("text", ""), now=now)
    return render(request, "parts/dark_words.html", {"beside": beside(request.owner, found, today=now.date())})


@require_POST
def country(request: Asked) -> HttpResponse:
    """Choose the country whose lines stand on the card, which stays: in its place, or on the page it stood on."""
    with suppress(UnknownCountry):
        choose_country(request.owner, request.POST.get("iso", ""))
    if request.headers.get("HX-Request"):
        card = beside(request.owner, Level.EXPLICIT, today=clock.now().date())
        return render(request, "parts/dark_words.html", {"beside": card})
    return _beside_next(redirect(_own_page(request)), Level.EXPLICIT)


@require_POST
def not_meant(request: Asked) -> HttpResponse:
    """Take the card away, and everything that rests with it."""
    lift(request.owner)
    return redirect(_own_page(request))


@require_GET
def resting(request: Asked) -> HttpResponse:
    """Everything else rests, until when, and one tap that brings it back."""
    until = quiet_until(request.owner, now=clock.now())
    return _rest(request, until) if until else redirect("today")


class BesideWords:
    """Looks at what was saved on steps one and five, for pages without JavaScript; lets the other pages rest."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as always; what was saved is saved, whatever it says."""
        asked = cast(Asked, request)
        if rests(request.path) and (until := quiet_until(asked.owner, now=clock.now())):
            typed = _sentences(asked)
            return _rest(asked, until, typed) if typed else redirect("resting")
        response = self.answer(request)
        if request.method == "POST" and are_looked_at(request.path) and _leads_on(response):
            self._look(asked, response)
        elif COOKIE in request.COOKIES and response.status_code == HTTPStatus.OK and _is_page(response):
            response.delete_cookie(COOKIE, samesite="Strict")
        return response

    def _look(self, request: Asked, response: HttpResponse) -> None:
        """The next page shows what belongs beside the words; not again what was seen while they were typed."""
        if request.POST.get("end") == "burn":
            return
        typed = [text for name in request.POST if name not in NOT_TYPED for text in request.POST.getlist(name)]
        found = look_at(request.owner, "\n".join(typed), seen=request.POST.get(SEEN, ""), now=clock.now())
        if found is not Level.NONE:
            _beside_next(response, found)


def _beside_next(response: HttpResponse, found: Level) -> HttpResponse:
    """The page after this one shows what belongs beside such words."""
    response.set_cookie(COOKIE, found.value, max_age=LIVES, httponly=True, samesite="Strict")
    return response


def _rest(request: Asked, until: datetime, typed: str = "") -> HttpResponse:
    """Until when it rests, what has its day meanwhile, and the words that were just typed, which are not lost."""
    now = clock.now()
    context = {"section": "today", "until": until, "now": now, "typed": typed, "page": secrets.token_hex(8)}
    context |= {"near": near(request.owner, now=now), "leaving": leaving(request.owner)}
    return render(request, "help/resting.html", context, status=HTTPStatus.CONFLICT if typed else HTTPStatus.OK)


def _sentences(request: Asked) -> str:
    """What was typed: whatever has two words, for what a page posts by itself has one."""
    told = (text.strip() for name in request.POST if name not in NOT_TYPED for text in request.POST.getlist(name))
    return "\n\n".join(text for text in told if len(text.split()) > 1)


def _leads_on(response: HttpResponse) -> bool:
    return response.status_code == HTTPStatus.FOUND or _is_page(response)


def _is_page(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith("text/html")


def _own_page(request: Asked) -> str:
    """The page of ours the user came from."""
    came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    is_ours = came_from.netloc == request.META.get("HTTP_HOST") and are_looked_at(came_from.path)
    return urlunsplit(came_from._replace(scheme="", netloc="", fragment="")) if is_ours else "/"
