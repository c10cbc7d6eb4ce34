"""/settings/addresses: which mail addresses are the user's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.addresses import NotAnAddress, confirm, sign_as
from highroad.app.asked import Asked
from highroad.app.queries import addresses as ask
from highroad.app.says import says


@require_http_methods(["GET", "POST"])
def addresses(request: Asked) -> HttpResponse:
    """Show the addresses, or take the user's word for them."""
    if request.method == "GET":
        return _page(request)
    if (name := request.POST.get("name")) is not None:
        sign_as(request.owner, name)
    if request.POST.get("do") == "name":
        messages.success(request, says("addresses.named"))
        return redirect("addresses")
    another = request.POST.get("another", "").strip()
    try:
        confirm(request.owner, [*request.POST.getlist("mine"), *([another] if another else [])], now=clock.now())
    except NotAnAddress as refusal:
        return _page(request, refusal=str(refusal), another=another)
    messages.success(request, says("addresses.thanks"))
    back = request.POST.get("back", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "addresses")


def _page(request: Asked, *, refusal: str = "", another: str = "") -> HttpResponse:
    name = request.POST.get("name", request.owner.name)
    context = {"section": "more", "addresses": ask.addresses(request.owner), "name": name}
    context |= {"refusal": refusal, "another": another, "maybe_called": ask.maybe_called(request.owner)}
    return render(request, "addresses/addresses.html", context, status=422 if refusal else 200)
