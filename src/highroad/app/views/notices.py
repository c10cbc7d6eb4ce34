"""/settings/notices: whether the screen may say that something waits."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.notices import turn_off, turn_on
from highroad.app.asked import Asked
from highroad.app.queries import notices as ask


@require_http_methods(["GET", "POST"])
def notices(request: Asked) -> HttpResponse:
    """Allow them, or stop them."""
    if request.method == "POST":
        change = turn_on if request.POST.get("notices") == "on" else turn_off
        change(request.owner, now=clock.now())
        return redirect("notices")
    return render(request, "notices/notices.html", {"section": "more", "notices": ask.notices(request.owner)})
