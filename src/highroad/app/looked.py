"""When somebody last looked at a page of this run of the program; nothing of it is stored."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.defence import Answer
from highroad.app.models import OwnerRow

_last: dict[int, datetime] = {}


def last(owner: OwnerRow) -> datetime | None:
    """The moment, if there was one since the program was started."""
    return _last.get(owner.pk)


class Looked:
    """Notes each page that a person opened; what a page asks for by itself is none."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then note it."""
        response = self.answer(request)
        by_a_person = request.META.get("HTTP_SEC_FETCH_DEST", "document") == "document"
        if by_a_person and response.get("Content-Type", "").startswith("text/html"):
            _last[cast(Asked, request).owner.pk] = clock.now()
        return response
