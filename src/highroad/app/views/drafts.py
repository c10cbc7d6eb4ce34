"""One draft for one person: change it, copy it, or go on to its review. There is no send here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import drafts as act
from highroad.app.actions.outbox import OnItsWay
from highroad.app.asked import Asked
from highroad.app.forms.drafts import DraftForm
from highroad.app.queries import drafts as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

REFUSALS = (act.SameNote, act.StillBlank, OnItsWay)


@require_http_methods(["GET", "POST"])
@or_not_found
def draft(request: Asked, event_id: str, purpose: str, number: int = 1) -> HttpResponse:
    """Show the draft, keep the user's version of it, or go on to where it is read once more."""
    found = ask.draft(request.owner, event_id, purpose, number, tone=request.GET.get("tone"))
    if request.method == "GET":
        return _page(request, found, {"subject": found.subject, "body": found.body})
    told = _told(request)
    try:
        if request.POST.get("do") == "review":
            row = act.whole(request.owner, event_id, purpose, number, **told, now=clock.now())
            return redirect(f"/outbox/{row.pk}/review")
        act.settle(request.owner, event_id, purpose, number, **told, now=clock.now())
    except REFUSALS as refusal:
        return _page(request, found, told, refusal=str(refusal))
    messages.success(request, says("drafts.saved"))
    return redirect(found.url)


@require_POST
@or_not_found
def save(request: Asked, event_id: str, purpose: str, number: int = 1) -> HttpResponse:
    """Keep what is typed, as it is typed."""
    try:
        act.keep_typed(request.owner, event_id, purpose, number, **_told(request), now=clock.now())
    except OnItsWay as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=409)
    return JsonResponse({"row": None})


def _told(request: Asked) -> dict[str, str]:
    form = DraftForm(request.POST)
    form.is_valid()
    return {name: form.cleaned_data.get(name, request.POST.get(name, "")) for name in DraftForm.base_fields}


def _page(request: Asked, found: ask.Draft, told: dict[str, str], *, refusal: str = "") -> HttpResponse:
    step = ask.STEP_OF[found.purpose]
    context: dict[str, Any] = {
        "section": "today",
        "draft": found,
        "told": told,
        "refusal": refusal,
        "words": words_of(step),
        "step_page": step.replace("_", "-"),
    }
    return render(request, "drafts/draft.html", context, status=422 if refusal else 200)
