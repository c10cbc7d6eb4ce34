"""The outbox: where each text stands, its words, and the one page that can send it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import outbox as act
from highroad.app.actions import outbox_taken as take
from highroad.app.actions.outbox_calmer import take_calmer, take_own_back
from highroad.app.asked import Asked
from highroad.app.forms.outbox import SendForm, WordsForm
from highroad.app.queries import outbox as ask
from highroad.app.queries.outbox_words import calmer_version, seconds_left
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.mail.draft import NoAddress, UnsafeHeader

REFUSALS = (*act.REFUSALS, NoAddress, UnsafeHeader)
# what the user says of one that may have arrived
SETTLED: dict[str, Callable[..., object]] = {"arrived": act.it_arrived, "again": act.send_again}


@require_GET
def outbox(request: Asked) -> HttpResponse:
    """Every text, by where it stands."""
    now = clock.now()
    found = ask.outbox(request.owner, now=now)
    return render(request, "outbox/outbox.html", {"section": "more", "found": found, "now": now})


@require_http_methods(["GET", "POST"])
@or_not_found
def text(request: Asked, outgoing_id: int) -> HttpResponse:
    """The words while they can be changed, afterwards where they stand."""
    if request.method == "GET":
        return _page(request, outgoing_id)
    form = _words(request)
    try:
        act.settle_words(request.owner, outgoing_id, **form, now=clock.now())
    except REFUSALS as refusal:
        return _page(request, outgoing_id, told=form, refusal=str(refusal))
    if request.POST.get("do") == "review":
        return redirect("outbox-review", outgoing_id)
    messages.success(request, says("outbox.saved"))
    return redirect("outbox-text", outgoing_id)


@require_POST
@or_not_found
def save(request: Asked, outgoing_id: int) -> HttpResponse:
    """Keep what is typed, as it is typed."""
    try:
        act.change_words(request.owner, outgoing_id, **_words(request), now=clock.now())
    except REFUSALS as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=409)
    return JsonResponse({"row": None})


@require_GET
@or_not_found
def state(request: Asked, outgoing_id: int) -> HttpResponse:
    """Where it stands, for a page that asks until it left."""
    return JsonResponse({"state": ask.outgoing(request.owner, outgoing_id, now=clock.now()).state})


@require_http_methods(["GET", "POST"])
@or_not_found
def review(request: Asked, outgoing_id: int) -> HttpResponse:
    """Read it as it leaves, and say yes to it: the only way out there is."""
    if request.method == "GET":
        return _review(request, outgoing_id)
    form = SendForm(request.POST)
    if not form.is_valid():
        return _review(request, outgoing_id, wrong_hour="leaves_at" in form.errors, unread="seen_at" in form.errors)
    try:
        row = act.send(request.owner, outgoing_id, **form.cleaned_data, now=clock.now())
    except REFUSALS as refusal:
        return _review(request, outgoing_id, refusal=str(refusal))
    return redirect("outbox-review" if row.state == "resting" else "outbox-text", outgoing_id)


@require_http_methods(["GET", "POST"])
@or_not_found
def calmer(request: Asked, outgoing_id: int) -> HttpResponse:
    """The text without its hot words, to take or to leave."""
    if request.method == "GET":
        found = calmer_version(request.owner, outgoing_id, now=clock.now())
        return render(request, "outbox/calmer.html", {"section": "more", "calmer": found})
    return _does(request, outgoing_id, take_calmer, then="outbox-review", now=clock.now())


@require_POST
@or_not_found
def own(request: Asked, outgoing_id: int) -> HttpResponse:
    """The user's own words again, in place of the calmer ones."""
    return _does(request, outgoing_id, take_own_back, then="outbox-review", now=clock.now())


@require_POST
@or_not_found
def wait(request: Asked, outgoing_id: int) -> HttpResponse:
    """Let it rest until the morning."""
    return _does(request, outgoing_id, act.let_rest, then="outbox-review", now=clock.now())


@require_POST
@or_not_found
def stop(request: Asked, outgoing_id: int) -> HttpResponse:
    """Keep it from leaving."""
    return _does(request, outgoing_id, act.cancel, now=clock.now())


@require_POST
@or_not_found
def take_up(request: Asked, outgoing_id: int) -> HttpResponse:
    """Make one that stayed here a draft again, and read it once more."""
    return _does(request, outgoing_id, act.take_up_again, then="outbox-review")


@require_POST
@or_not_found
def settle(request: Asked, outgoing_id: int) -> HttpResponse:
    """The user's word on one that may have arrived."""
    said = SETTLED.get(request.POST.get("it", ""))
    return _does(request, outgoing_id, said, now=clock.now()) if said else _does(request, outgoing_id, act.let_be)


@require_POST
@or_not_found
def private(request: Asked, outgoing_id: int) -> HttpResponse:
    """Move it to the private letters."""
    try:
        letter = take.keep_private(request.owner, outgoing_id, now=clock.now())
    except act.OnItsWay as refusal:
        return _page(request, outgoing_id, refusal=str(refusal))
    messages.success(request, says("outbox.private"))
    return redirect("letter", letter)


@require_POST
@or_not_found
def file(request: Asked, outgoing_id: int) -> HttpResponse:
    """Hand it over as a mail file."""
    try:
        raw = take.as_file(request.owner, outgoing_id, now=clock.now())
    except REFUSALS as refusal:
        return _page(request, outgoing_id, refusal=str(refusal))
    answer = HttpResponse(raw, content_type="message/rfc822")
    answer["Content-Disposition"] = 'attachment; filename="draft.eml"'
    return answer


def _does(
    request: Asked, outgoing_id: int, change: Callable[..., object], *, then: str = "outbox-text", **told: object
) -> HttpResponse:
    """Make the change and show where the text stands then, or say why not."""
    try:
        change(request.owner, outgoing_id, **told)
    except REFUSALS as refusal:
        return _page(request, outgoing_id, refusal=str(refusal))
    return redirect(then, outgoing_id)


def _words(request: Asked) -> dict[str, str]:
    form = WordsForm(request.POST)
    form.is_valid()
    return {name: form.cleaned_data.get(name, request.POST.get(name, "")) for name in WordsForm.base_fields}


def _page(request: Asked, outgoing_id: int, *, told: dict[str, str] | None = None, refusal: str = "") -> HttpResponse:
    now = clock.now()
    one = ask.outgoing(request.owner, outgoing_id, now=now)
    context: dict[str, Any] = {"section": "more", "one": one, "now": now, "refusal": refusal}
    context |= {"told": told or {"subject": one.subject, "body": one.body}, "seconds": seconds_left(one, now=now)}
    page = "outbox/words.html" if one.can_be_changed else "outbox/stand.html"
    return render(request, page, context, status=422 if refusal else 200)


def _review(request: Asked, outgoing_id: int, **wrong: Any) -> HttpResponse:
    now = clock.now()
    found = ask.review(request.owner, outgoing_id, now=now)
    if not found.outgoing.can_be_changed:
        return _page(request, outgoing_id, refusal=wrong.get("refusal", ""))
    context = {"section": "more", "review": found, "one": found.outgoing, "now": now} | wrong
    return render(request, "outbox/review.html", context, status=422 if any(wrong.values()) else 200)
