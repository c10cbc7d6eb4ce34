"""What stands around every page: the sample-data bar, where things lie, and help beside dark words."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries.dark_words import are_looked_at, beside


def frame(request: HttpRequest) -> dict[str, object]:
    """Context for base.html."""
    around: dict[str, object] = {"sample": settings.DEMO, "path": request.path}
    if not are_looked_at(request.path):
        return around
    found = beside(cast(Asked, request).owner, request.COOKIES.get("beside", ""), today=clock.now().date())
    return {"words_are_looked_at": True, "beside": found} | around
