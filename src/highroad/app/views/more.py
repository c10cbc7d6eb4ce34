"""The lists: everything that is not in the rail, every setting, and what other programs can ask for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def more(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    return render(request, "more/more.html", {"section": "more"})


@require_GET
def settings(request: HttpRequest) -> HttpResponse:
    """Show where each setting is."""
    return render(request, "more/settings.html", {"section": "more"})


@require_GET
def api(request: HttpRequest) -> HttpResponse:
    """Show what other programs on this computer can ask for, and how."""
    return render(request, "more/api.html", {"section": "more"})
