"""The first page: the most useful next thing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def today(request: HttpRequest) -> HttpResponse:
    """Show Today."""
    return render(request, "today/today.html", {"section": "today"})


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Say that the server is up, and nothing else."""
    return HttpResponse("ok", content_type="text/plain")
