"""/applications: the list, the story of one, and every change by hand."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import by_hand
from highroad.app.actions.employers import keep_address
from highroad.app.asked import Asked
from highroad.app.forms.applications import (
    AddressForm,
    ApplicationForm,
    EntryForm,
    NewApplicationForm,
    PersonForm,
    named,
)
from highroad.app.queries.application_pages import Story, lines, listed, others_like, said_of_silence, story
from highroad.app.queries.employers import address_of
from highroad.app.queries.met_before import met_before
from highroad.app.queries.slots import slots_left
from highroad.app.queries.undated import asked_in
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.applications.application import Outcome

OUTCOMES = tuple(Outcome)
SECTION = {"section": "applications"}


@require_GET
def applications(request: Asked) -> HttpResponse:
    """The list, forty to a page, narrowed by outcome when asked."""
    asked = request.GET.get("outcome", "")
    outcome = asked if asked in OUTCOMES else ""
    now = clock.now()
    page = listed(request.owner, outcome=outcome, number=request.GET.get("page", ""), today=now.date())
    choices = named("outcome", Outcome, empty="all")
    context = {
        "page": page,
        "lines": lines(request.owner, list(page), now=now),
        "outcome": outcome,
        "choices": choices,
    }
    narrowed = urlencode({"outcome": outcome}) + "&" if outcome else ""
    return render(request, "applications/applications.html", SECTION | context | {"narrowed": narrowed})


@require_GET
@or_not_found
def application(request: Asked, some_id: str) -> HttpResponse:
    """The story of one; an older id leads to where it is told now."""
    found = _story(request, some_id)
    if found.id != some_id:
        return redirect("application", found.id)
    now = clock.now()
    asks = asked_in(request.owner, found.id, today=now.date())
    context = {
        "story": found,
        "silence_said": said_of_silence(request.owner, found),
        "before": met_before(request.owner, found.id),
        "asks": asks,
        "slots": slots_left(request.owner, asks.event_id, now=now) if asks else [],
    }
    return render(request, "applications/application.html", SECTION | context)


@require_POST
@or_not_found
def close(request: Asked, some_id: str) -> HttpResponse:
    """Count on no answer any more; one that comes opens it again."""
    messages.success(
        request,
        says("applications.closed"),
        extra_tags=by_hand.close(request.owner, some_id, now=clock.now()),
    )
    return redirect("application", some_id)


@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Type an application in."""
    form = NewApplicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made, together = by_hand.new_application(request.owner, form.told(), now=clock.now())
        messages.success(request, says("applications.kept"), extra_tags=together)
        return redirect("application", made)
    return _form(request, form, None, title=says("applications.add"), button=says("applications.keep"))


@require_http_methods(["GET", "POST"])
@or_not_found
def edit(request: Asked, some_id: str) -> HttpResponse:
    """Change what it is called, how far it went and how it ended."""
    found = _story(request, some_id)
    now_is = {name: getattr(found, name) for name in ("employer", "role", "stage", "outcome", "channel")}
    form = ApplicationForm(request.POST or None, initial=now_is)
    if request.method == "POST" and form.is_valid():
        together = by_hand.rename(
            request.owner,
            some_id,
            employer=form.cleaned_data["employer"],
            role=form.cleaned_data["role"],
            stage=form.stage_value(),
            outcome=form.outcome_value(),
            channel=form.channel_value(),
            now=clock.now(),
        )
        return _kept(request, some_id, together)
    return _form(request, form, found, title=says("applications.change"), button=says("applications.keep"))


@require_http_methods(["GET", "POST"])
@or_not_found
def address(request: Asked, some_id: str) -> HttpResponse:
    """Write down where the employer is by post."""
    found = _story(request, some_id)
    form = AddressForm(request.POST or None, initial={"address": address_of(request.owner, found.employer)})
    if request.method == "POST" and form.is_valid():
        keep_address(request.owner, some_id, form.cleaned_data["address"])
        return _kept(request, found.id, "")
    return _form(request, form, found, title=says("applications.address"), button=says("applications.keep"))


@require_http_methods(["GET", "POST"])
@or_not_found
def add(request: Asked, some_id: str) -> HttpResponse:
    """Add something that happened."""
    found = _story(request, some_id)
    form = EntryForm(request.POST or None, initial={"on": clock.now().date()}, chosen=request.GET.get("kind", ""))
    if request.method == "POST" and form.is_valid():
        return _kept(request, found.id, by_hand.add_event(request.owner, some_id, form.told(), now=clock.now()))
    return _form(request, form, found, title=says("applications.add_entry"), button=says("applications.add_it"))


@require_http_methods(["GET", "POST"])
@or_not_found
def edit_entry(request: Asked, event_id: str) -> HttpResponse:
    """Change an entry of the timeline."""
    found = _story(request, event_id)
    entry = found.entry(event_id)
    on = localtime(entry.at).date() if entry.at else None
    now_is = {"kind": entry.kind, "on": on, "stage": entry.stage, "note": entry.note}
    form = EntryForm(request.POST or None, initial=now_is)
    if request.method == "POST" and form.is_valid():
        return _kept(request, found.id, by_hand.edit_event(request.owner, event_id, form.told(), now=clock.now()))
    remove = f"/events/{event_id}/remove"
    return _form(
        request, form, found, title=says("applications.change_entry"), button=says("applications.keep"), remove=remove
    )


@require_POST
@or_not_found
def remove_entry(request: Asked, event_id: str) -> HttpResponse:
    """Take an entry off the timeline."""
    found = _story(request, event_id)
    onward = next((entry.id for entry in found.entries if entry.id != event_id), "")
    together = by_hand.remove_event(request.owner, event_id, now=clock.now())
    return _kept(request, onward, together, words=says("applications.taken_off"))


@require_http_methods(["GET", "POST"])
@or_not_found
def merge(request: Asked, some_id: str) -> HttpResponse:
    """Say that another application is the same as this one."""
    found = _story(request, some_id)
    if request.method == "POST":
        return _tried(
            request,
            lambda: by_hand.merge(request.owner, request.POST.get("other", ""), some_id, now=clock.now()),
            some_id,
        )
    others = others_like(request.owner, found, now=clock.now())
    return render(request, "applications/merge.html", SECTION | {"story": found, "others": others})


@require_http_methods(["GET", "POST"])
@or_not_found
def split(request: Asked, some_id: str) -> HttpResponse:
    """Say that some entries are another application."""
    found = _story(request, some_id)
    if request.method == "POST":
        chosen = request.POST.getlist("event")
        return _tried(request, lambda: by_hand.split(request.owner, some_id, chosen, now=clock.now()), some_id)
    return render(request, "applications/split.html", SECTION | {"story": found})


@require_POST
@or_not_found
def delete(request: Asked, some_id: str) -> HttpResponse:
    """Take it out of the record, with a way back."""
    _story(request, some_id)
    together = by_hand.delete(request.owner, some_id, now=clock.now())
    messages.success(request, says("applications.taken_out"), extra_tags=together)
    return redirect("applications")


@require_http_methods(["GET", "POST"])
@or_not_found
def add_person(request: Asked, some_id: str) -> HttpResponse:
    """Add someone met."""
    found = _story(request, some_id)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, found.id, by_hand.add_person(request.owner, some_id, form.person(), now=clock.now()))
    return _form(request, form, found, title=says("applications.person"), button=says("applications.add_them"))


@require_http_methods(["GET", "POST"])
@or_not_found
def edit_person(request: Asked, some_id: str, person_id: str) -> HttpResponse:
    """Put someone's name, address or part right, or take them out."""
    found = _story(request, some_id)
    before = found.met(person_id)
    form = PersonForm(request.POST or None, initial={"name": before.name, "email": before.email, "part": before.part})
    if request.method == "POST" and "remove" in request.POST:
        return _kept(request, found.id, by_hand.remove_person(request.owner, some_id, before, now=clock.now()))
    if request.method == "POST" and form.is_valid():
        together = by_hand.edit_person(request.owner, some_id, before, form.person(), now=clock.now())
        return _kept(request, found.id, together)
    return _form(
        request, form, found, title=says("applications.right"), button=says("applications.keep"), remove=request.path
    )


def _story(request: Asked, some_id: str) -> Story:
    return story(request.owner, some_id, now=clock.now())


def _kept(request: Asked, some_id: str, together: str, *, words: str = "Kept.") -> HttpResponse:
    messages.success(request, words, extra_tags=together)
    return redirect("application", some_id) if some_id else redirect("applications")


def _tried(request: Asked, act: Callable[[], str], some_id: str) -> HttpResponse:
    try:
        return _kept(request, some_id, act())
    except (by_hand.NothingChosen, by_hand.WithItself) as refusal:
        messages.error(request, str(refusal))
        return redirect("application", some_id)


def _form(
    request: Asked, form: Form, found: Story | None, *, title: str, button: str, remove: str = ""
) -> HttpResponse:
    where = (found.employer or says("applications.unknown")) if found else "Applications"
    back = f"/applications/{found.id}" if found else "/applications"
    context = {"form": form, "title": title, "button": button, "back": back, "where": where, "remove": remove}
    return render(request, "applications/form.html", SECTION | context)
