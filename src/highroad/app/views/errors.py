"""Pages for what went wrong, each a clear sentence and a way on."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from highroad.app.disk import is_full


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The page was open for too long, or came from elsewhere; nothing was changed."""
    return render(request, "errors/refused.html", {"why": "form"}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """There is nothing at this address, or nothing of this user's."""
    return render(request, "errors/not_found.html", status=404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Something broke on our side, or there was no room to save what was just done."""
    if is_full(sys.exception()):
        return render(request, "errors/disk_full.html", status=507)
    return render(request, "errors/went_wrong.html", status=500)
