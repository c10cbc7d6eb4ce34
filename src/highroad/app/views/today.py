"""The first page: the most useful next thing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries import today as today_query


@require_GET
def today(request: Asked) -> HttpResponse:
    """Show Today, or the welcome page while there is nothing here."""
    if today_query.is_new(request.owner):
        return redirect("welcome")
    now = clock.now()
    context = {"section": "today", "today": today_query.today(request.owner, now=now), "now": now}
    return render(request, "today/today.html", context)


@require_GET
def healthz(request: Asked) -> HttpResponse:  # noqa: ARG001
    """Say that the server is up, and nothing else."""
    return HttpResponse("ok", content_type="text/plain")
