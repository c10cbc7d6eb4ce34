"""The first page of the first day."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """Three ways in, and where the data lies."""
    return render(request, "welcome/welcome.html", {"folder": settings.DATA_FOLDER})


@require_GET
def sample(request: HttpRequest) -> HttpResponse:
    """How to look around with sample data, which lives in a record of its own."""
    return render(request, "welcome/sample.html")
