"""/no: a confirmed no, how hard it landed, its six steps, and the short ones together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import recoveries as act
from highroad.app.asked import Asked
from highroad.app.forms.recoveries import NewNoForm
from highroad.app.queries import recoveries as ask
from highroad.app.queries.reading import page_of
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.recovery.sting import Sting

SECTION = {"section": "today"}


@require_GET
@or_not_found
def home(request: Asked, event_id: str) -> HttpResponse:
    """The six steps; before them, the question how hard this one landed."""
    found = ask.home(request.owner, event_id, now=clock.now())
    if found.no.recovery is None:
        return redirect("no-sting", found.no.rejection.id)
    return render(request, "recoveries/home.html", SECTION | {"home": found, "no": found.no})


@require_http_methods(["GET", "POST"])
@or_not_found
def sting(request: Asked, event_id: str) -> HttpResponse:
    """How hard did this one land? Barely files it in one tap; a punch goes on with the next hour."""
    if request.method == "GET":
        return render(request, "recoveries/sting.html", SECTION | {"no": ask.no(request.owner, event_id)})
    told = request.POST.get("sting", "")
    chosen = Sting(told) if told in set(Sting) else None
    act.say_how_hard(request.owner, event_id, chosen, now=clock.now())
    if chosen is Sting.BARELY:
        messages.success(request, says("recoveries.filed"))
        return redirect("today")
    return redirect("no-take-a-moment" if chosen is Sting.PUNCH else "no", event_id)


@require_GET
@or_not_found
def read(request: Asked, event_id: str) -> HttpResponse:
    """What the email said, once more, because it was asked for."""
    found = ask.no(request.owner, event_id)
    return render(request, "reading/reading.html", SECTION | {"mail": page_of(request.owner, found.rejection.id)})


@require_POST
@or_not_found
def not_a_no(request: Asked, event_id: str) -> HttpResponse:
    """It was not a no after all; never argued with."""
    together = act.not_a_no(request.owner, event_id, now=clock.now())
    messages.success(request, says("recoveries.thanks"), extra_tags=together)
    return redirect("application", event_id)


@require_POST
@or_not_found
def skip(request: Asked, event_id: str, step: str) -> HttpResponse:
    """Leave one step out, for now or for good."""
    act.skip(request.owner, event_id, step.replace("-", "_"), now=clock.now())
    return redirect("no", event_id)


@require_http_methods(["GET", "POST"])
def batch(request: Asked) -> HttpResponse:
    """The short ones from before anyone was met, filed together."""
    if request.method == "GET":
        return render(request, "recoveries/batch.html", SECTION | {"light": ask.light(request.owner)})
    try:
        count, together = act.file_together(request.owner, request.POST.getlist("no"), now=clock.now())
    except act.NoneTicked as refusal:
        context = SECTION | {"light": ask.light(request.owner), "refusal": refusal}
        return render(request, "recoveries/batch.html", context, status=422)
    filed = says("recoveries.filed" if count == 1 else "recoveries.all_filed", many=count)
    messages.success(request, filed, extra_tags=together)
    return redirect("today")


@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """A no by phone, or by no mail at all: three boxes, and the whole road opens."""
    now = clock.now()
    form = NewNoForm(request.POST or None, initial={"on": now.date()})
    if request.method == "GET" or not form.is_valid():
        return _new_page(request, form)
    told = form.cleaned_data
    try:
        event_id = act.add_by_hand(
            request.owner,
            employer=told["employer"],
            role=told["role"],
            stage=form.stage_value(),
            on=told["on"],
            now=now,
        )
    except act.NothingTold as refusal:
        form.add_error(None, str(refusal))
        return _new_page(request, form)
    return redirect("no", event_id)


def _new_page(request: Asked, form: NewNoForm) -> HttpResponse:
    return render(request, "recoveries/new.html", SECTION | {"form": form}, status=422 if form.errors else 200)
