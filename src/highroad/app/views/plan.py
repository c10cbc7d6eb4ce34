"""/plan: one sheet a week, made in five minutes from what is open."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import plan as act
from highroad.app.asked import Asked
from highroad.app.forms.plan import SheetForm
from highroad.app.queries.plan import Week, proposals, week
from highroad.app.views.found import or_not_found
from highroad.words.content import load_toml


@require_http_methods(["GET", "POST"])
def plan(request: Asked) -> HttpResponse:
    """Last week in a word first, then this week's sheet, or the form that makes it."""
    now = clock.now()
    found = week(request.owner, now=now)
    if request.method == "GET" and found.back and "on" not in request.GET:
        return _render(request, "back", found)
    if request.method == "GET" and found.sheet and "change" not in request.GET:
        return _render(request, "sheet", found)
    form = _form(request, found)
    if request.method == "POST" and form.typed(request.POST):
        try:
            _keep(request, form, found.monday)
        except act.Unready as error:
            messages.info(request, str(error))
        else:
            messages.success(request, _words()["says"]["kept"])
            return redirect("plan")
    return _render(request, "form", found, form=form)


@require_POST
@or_not_found
def tick(request: Asked, planned_id: int) -> HttpResponse:
    """One line is done, or not after all."""
    act.tick(request.owner, planned_id, now=clock.now())
    return redirect("plan")


@require_POST
@or_not_found
def look_back(request: Asked, plan_id: int) -> HttpResponse:
    """How that week went, in words."""
    act.look_back(request.owner, plan_id, request.POST.get("went", ""), now=clock.now())
    return redirect("plan")


def _form(request: Asked, found: Week) -> SheetForm:
    """The sheet to change, or one made of what is open."""
    if found.sheet:
        lines = [planned.line for planned in found.sheet.lines]
        return SheetForm(
            found.monday,
            lines,
            if_then={"if_this": found.sheet.if_this, "then_i_will": found.sheet.then_i_will},
        )
    lines = list(proposals(request.owner, now=clock.now())) if request.method == "GET" else []
    return SheetForm(found.monday, lines, if_then=_words()["obstacle"])


def _keep(request: Asked, form: SheetForm, monday: date) -> None:
    act.make(request.owner, monday, form.sheet(), **form.if_then.cleaned_data, now=clock.now())


def _render(request: Asked, page: str, found: Week, *, form: SheetForm | None = None) -> HttpResponse:
    context = {"section": "today", "week": found, "words": _words(), "form": form}
    return render(request, f"plan/{page}.html", context)


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = load_toml("highroad.steps.keep_going", "content/plan.toml")
    return words
