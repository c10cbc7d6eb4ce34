"""/let-go: what was deleted in the last thirty days, and the button that puts it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions import let_go as act
from highroad.app.actions.corrections import NothingToUndo
from highroad.app.asked import Asked
from highroad.app.queries import let_go as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.app.views.reading import back


@require_GET
def let_go(request: Asked) -> HttpResponse:
    """All of it, with the day until which it stays."""
    gone = ask.let_go(request.owner, now=clock.now())
    return render(request, "let_go/let_go.html", {"section": "more", "gone": gone})


@require_POST
@or_not_found
def put_back(request: Asked, kind: str, gone_id: int) -> HttpResponse:
    """It is wanted after all."""
    try:
        act.put_back(request.owner, kind, gone_id, now=clock.now())
    except NothingToUndo as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, says("reading.undone"))
    return redirect(back(request))
