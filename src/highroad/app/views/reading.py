"""/read: what one mail says, and the user's word about it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions.corrections import NothingToUndo, say, undo
from highroad.app.asked import Asked
from highroad.app.queries.met_before import met_before
from highroad.app.queries.reading import SETTLED, page_of, unsure
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.applications.correction import ConfirmedNo, KindIs, NotSure
from highroad.events.event import Kind

CHOICES = (
    Kind.REJECTION,
    Kind.INTERVIEW,
    Kind.ASSESSMENT,
    Kind.OFFER,
    Kind.WAITLIST,
    Kind.CONFIRMATION,
    Kind.UPDATE,
    Kind.WITHDRAWAL,
    Kind.OTHER,
)


@require_GET
@or_not_found
def read(request: Asked, event_id: str) -> HttpResponse:
    """Show what the mail says and does not say, and ask whether we read it right."""
    mail = page_of(request.owner, event_id)
    before = met_before(request.owner, mail.application_id)
    return render(request, "reading/reading.html", {"section": "today", "mail": mail, "before": before})


@require_POST
@or_not_found
def right(request: Asked, event_id: str) -> HttpResponse:
    """Yes, read right: a no opens its recovery, anything else its application."""
    mail = page_of(request.owner, event_id)
    if mail.kind is Kind.REJECTION:
        say(request.owner, ConfirmedNo(event_id), now=clock.now())
        return redirect("no", event_id)
    together = say(request.owner, KindIs(event_id, mail.kind), now=clock.now())
    messages.success(request, says("reading.right"), extra_tags=together)
    return _onward(request, event_id)


@require_http_methods(["GET", "POST"])
@or_not_found
def something_else(request: Asked, event_id: str) -> HttpResponse:
    """No, something else: choose what; never argued with."""
    mail = page_of(request.owner, event_id)
    if request.method == "GET":
        return render(request, "reading/something_else.html", {"section": "today", "mail": mail, "choices": CHOICES})
    chosen = request.POST.get("kind", "")
    if chosen not in CHOICES:
        return redirect("read-else", event_id)
    together = say(request.owner, KindIs(event_id, Kind(chosen)), now=clock.now())
    if chosen == Kind.REJECTION:
        return redirect("no", event_id)
    messages.success(request, says("reading.thanks"), extra_tags=together)
    return _onward(request, event_id)


@require_POST
@or_not_found
def not_sure(request: Asked, event_id: str) -> HttpResponse:
    """Not sure: nothing is filed, and it waits among the unsure ones, however sure we were."""
    mail = page_of(request.owner, event_id)
    was_sure = mail.certainty == "sure" and mail.kind in SETTLED and not mail.settled
    together = say(request.owner, NotSure(event_id), now=clock.now()) if was_sure else ""
    messages.info(request, says("reading.unsure"), extra_tags=together)
    return redirect("today")


@require_GET
def review(request: Asked) -> HttpResponse:
    """The mails that wait for the user's word."""
    page, waiting = unsure(request.owner, number=request.GET.get("page", ""))
    return render(request, "reading/review.html", {"section": "more", "page": page, "waiting": waiting})


@require_POST
@or_not_found
def undo_said(request: Asked, together: str) -> HttpResponse:
    """Take back what was said in one act."""
    try:
        undo(request.owner, together, now=clock.now())
    except NothingToUndo as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, says("reading.undone"))
    return redirect(back(request))


def _onward(request: Asked, event_id: str) -> HttpResponse:
    application_id = page_of(request.owner, event_id).application_id
    return redirect("application", application_id) if application_id else redirect("today")


def back(request: Asked) -> str:
    """A page of ours to go back to, or Today."""
    wanted = request.POST.get("back", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else "/"
