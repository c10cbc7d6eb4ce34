"""/forecast: a range behind a click, as it was logged; and how well the logged ones did."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from highroad.app import clock
from highroad.app.actions.forecast import ForecastRests, make_forecast
from highroad.app.asked import Asked
from highroad.app.queries import forecast_pages
from highroad.app.queries.forecast_rest import resting
from highroad.app.views.found import or_not_found
from highroad.applications.forecast import HORIZONS
from highroad.words.content import load_toml


@require_http_methods(["GET", "POST"])
def begin(request: Asked) -> HttpResponse:
    """What the forecast is, before any number; asking for it logs it."""
    now = clock.now()
    if request.method == "POST":
        try:
            return redirect("forecast-shown", make_forecast(request.owner, now=now))
        except ForecastRests:
            return redirect("forecast")
    return _render(request, "begin", resting=resting(request.owner, now=now))


@require_GET
@or_not_found
def shown(request: Asked, forecast_id: int) -> HttpResponse:
    """One forecast as it was logged; while the forecast rests, none is shown."""
    found = forecast_pages.forecast(request.owner, forecast_id, number=request.GET.get("n", ""))
    if resting(request.owner, now=clock.now()):
        return redirect("forecast")
    return _render(request, "forecast", forecast=found, horizons=HORIZONS)


@require_GET
def how_well(request: Asked) -> HttpResponse:
    """How the forecasts shown so far did; while the forecast rests, this rests too."""
    now = clock.now()
    if resting(request.owner, now=now):
        return redirect("forecast")
    return _render(request, "how_well", score=forecast_pages.how_well(request.owner, today=now.date()))


def _render(request: Asked, page: str, **found: object) -> HttpResponse:
    words = load_toml("highroad.app.content", "forecast.toml")
    return render(request, f"forecast/{page}.html", {"section": "more", "words": words} | found)
