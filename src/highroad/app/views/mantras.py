"""/mantras: words to hold on to, by how far one believes them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import mantras as act
from highroad.app.actions.dont_get_stuck import Amiss
from highroad.app.asked import Asked
from highroad.app.forms.dont_get_stuck import BeliefForm
from highroad.app.queries import mantras as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of


@require_http_methods(["GET", "POST"])
def mantras(request: Asked) -> HttpResponse:
    """Ours and the user's own; a post adds one of their own."""
    if request.method == "POST":
        try:
            return redirect("mantra", act.write_own(request.owner, request.POST.get("text", ""), now=clock.now()))
        except Amiss as refusal:
            messages.info(request, str(refusal))
    return _page(request, "mantras", mantras=ask.shown_mantras(request.owner))


@require_http_methods(["GET", "POST"])
@or_not_found
def mantra(request: Asked, name: str) -> HttpResponse:
    """How true does this one feel?"""
    form = BeliefForm(request.POST)
    if request.method == "POST" and form.is_valid():
        try:
            act.rate(request.owner, name, form.cleaned_data["belief"], now=clock.now())
        except Amiss as refusal:
            messages.info(request, str(refusal))
        return redirect("mantra", name)
    return _page(request, "mantra", mantra=ask.mantra(request.owner, name), again="again" in request.GET)


@require_POST
@or_not_found
def shown(request: Asked, name: str) -> HttpResponse:
    """Where it is wanted; for one half believed, also in which way it is true and in which not."""
    told = request.POST
    both = {field: told.get(field, "") for field in ("true_when", "not_when") if field in told}
    if both:
        act.say_both(request.owner, name, **{"true_when": "", "not_when": ""} | both)
    act.show(request.owner, name, on_today="on_today" in told, before_talks="before_talks" in told)
    return redirect("mantras")


@require_POST
@or_not_found
def let_go(request: Asked, name: str) -> HttpResponse:
    """Delete one's own, or forget what was said about one of ours."""
    undo = act.let_go(request.owner, name, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("mantras")


def _page(request: Asked, page: str, **context: object) -> HttpResponse:
    whole = {"section": "more", "words": words_of("dont_get_stuck")} | context
    return render(request, f"mantras/{page}.html", whole)
