"""How it came, after a day and a week; and three taps a week, for those who want to be asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import checks as act
from highroad.app.asked import Asked
from highroad.app.forms.take_a_moment import HeavyForm, TapForm
from highroad.app.queries import checks as ask
from highroad.app.queries.take_a_moment import room
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.take_a_moment.check import taps


@require_http_methods(["GET", "POST"])
@or_not_found
def check(request: Asked, event_id: str | None = None) -> HttpResponse:
    """How does it feel now? One tap, and then both stand side by side."""
    form = HeavyForm(request.POST)
    if request.method == "POST" and form.is_valid():
        act.say_how_it_came(request.owner, event_id, form.cleaned_data["heavy"], now=clock.now())
        return redirect(request.path)
    here = room(request.owner, event_id, "guess", now=clock.now())
    context = {
        "section": "today",
        "room": here,
        "checks": ask.checks(request.owner, here.no, now=clock.now()),
        "taps": taps(),
        "words": words_of("take_a_moment"),
    }
    return render(request, "take_a_moment/check.html", context)


@require_http_methods(["GET", "POST"])
def week(request: Asked) -> HttpResponse:
    """The three lines; each tap is kept at once."""
    form = TapForm(request.POST)
    if request.method == "POST" and form.is_valid():
        act.tap(request.owner, form.cleaned_data["line"], form.cleaned_data["tap"], now=clock.now())
        return redirect("week")
    context = {
        "section": "today",
        "tapped": ask.week(request.owner, now=clock.now()),
        "before": ask.weeks_before(request.owner, now=clock.now()),
        "words": words_of("take_a_moment")["week"],
    }
    return render(request, "take_a_moment/week.html", context)


@require_POST
def ask_weekly(request: Asked) -> HttpResponse:
    """Be asked once a week, or stop it."""
    wanted = request.POST.get("weekly") == "yes"
    act.ask_weekly(request.owner, wanted=wanted)
    messages.success(request, words_of("take_a_moment")["week"]["asked" if wanted else "stopped"])
    return redirect("week")
