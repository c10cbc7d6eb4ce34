"""/help: whom to call. It blocks nothing, tells nobody and can always be closed."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions.help import UnknownCountry, choose_country
from highroad.app.asked import Asked
from highroad.app.queries.help import help_card


@require_GET
def help_page(request: Asked) -> HttpResponse:
    """The lines of the chosen country, or how to find some."""
    card = help_card(request.owner, today=clock.now().date())
    return render(request, "help/help.html", {"section": "more", "card": card, "back": _back(request)})


@require_POST
def country(request: Asked) -> HttpResponse:
    """Choose the country; never guessed."""
    try:
        choose_country(request.owner, request.POST.get("iso", ""))
    except UnknownCountry as refusal:
        messages.error(request, str(refusal))
    return redirect("help")


def _back(request: Asked) -> str:
    """The page of ours the user came from, so that closing the card leads back there."""
    came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    is_ours = came_from.netloc == request.META.get("HTTP_HOST") and not came_from.path.startswith("/help")
    return came_from.path if is_ours and came_from.path else "/"
