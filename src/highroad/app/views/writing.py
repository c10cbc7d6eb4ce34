"""Private writing: the page it is written on, and /letters. No address field anywhere."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import writing as act
from highroad.app.asked import Asked
from highroad.app.forms.take_a_moment import WritingForm
from highroad.app.queries import take_a_moment
from highroad.app.queries import writing as ask
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

ENDS = {"keep": (act.keep, "kept"), "seal": (act.seal, "sealed"), "burn": (act.burn, "burned")}


@require_http_methods(["GET", "POST"])
@or_not_found
def write(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Write, and then keep it, seal it or burn it; a save without an end goes on writing."""
    room = take_a_moment.room(request.owner, event_id, "writing", now=clock.now())
    if request.method == "GET":
        page = ask.page(request.owner, room.no, request.GET.get("about", ""), now=clock.now())
        words = words_of("take_a_moment")
        context = {"section": "today", "room": room, "page": page, "words": words, "end": words["ending"]}
        return render(request, "take_a_moment/write.html", context)
    end = request.POST.get("end", "")
    row_id = _burn_or_save(request, event_id, burning=end == "burn")
    if end not in ENDS:
        return redirect(f"{room.url}/write")
    if row_id is not None:
        _end(request, row_id, end)
    return redirect(room.onward)


@require_POST
@or_not_found
def save(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Save the page while it is written; answers with the number to save it under next time."""
    try:
        row_id = _burn_or_save(request, event_id, burning=False)
    except act.Ended:
        return JsonResponse({"row": None}, status=410)
    return JsonResponse({"row": row_id})


@require_GET
def letters(request: Asked) -> HttpResponse:
    """What was kept; a sealed one shows its date and nothing else."""
    found = ask.letters(request.owner, now=clock.now())
    return render(request, "writing/letters.html", {"section": "more", "letters": found})


@require_http_methods(["GET", "POST"])
@or_not_found
def letter(request: Asked, row_id: int) -> HttpResponse:
    """One letter; a post burns it."""
    found = ask.letter(request.owner, row_id, now=clock.now())
    if request.method == "GET":
        return render(request, "writing/letter.html", {"section": "more", "letter": found})
    act.burn(request.owner, row_id, now=clock.now())
    messages.success(request, words_of("take_a_moment")["ending"]["burned"])
    return redirect("letters")


def _burn_or_save(request: Asked, event_id: str | None, *, burning: bool) -> int | None:
    """The row of the text; what is to be burned is not saved once more before."""
    form = WritingForm(request.POST)
    form.is_valid()
    told = form.cleaned_data
    if burning:
        return told.get("row")
    return act.save(
        request.owner,
        event_id,
        told.get("text", ""),
        about=told.get("about") or "free",
        row_id=told.get("row"),
        now=clock.now(),
    )


def _end(request: Asked, row_id: int, end: str) -> None:
    words = words_of("take_a_moment")["ending"]
    if end != "burn" and ask.circles(request.owner, row_id):
        messages.info(request, words["circles"])
    end_it, said = ENDS[end]
    end_it(request.owner, row_id, now=clock.now())
    messages.success(request, words[said])
