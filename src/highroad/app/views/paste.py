"""/paste: one box for one mail."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.paste import MOST_BYTES, NothingPasted, take_file, take_text
from highroad.app.asked import Asked


@require_http_methods(["GET", "POST"])
def paste(request: Asked) -> HttpResponse:
    """Show the box, or read what was put in it."""
    if request.method == "GET":
        return render(request, "paste/paste.html", {"section": "today"})
    text, dropped = request.POST.get("text", ""), request.FILES.get("file")
    try:
        if dropped:
            event_id = take_file(request.owner, dropped.read(MOST_BYTES), now=clock.now())
        else:
            event_id = take_text(request.owner, text, now=clock.now())
    except NothingPasted as refusal:
        return render(request, "paste/paste.html", {"section": "today", "refusal": refusal, "text": text}, status=422)
    return redirect("read", event_id)
