"""/worklog: what was done to find work, as a page to print and as CSV."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.forms.worklog import WorklogForm, asked_days
from highroad.app.queries.worklog import Worklog, as_csv, language_of
from highroad.app.queries.worklog import worklog as lines_of

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # or spreadsheets take umlauts for something else


@require_GET
def worklog(request: Asked) -> HttpResponse:
    """The lines between two days."""
    form = _form(request)
    found = _found(request, form) if form.is_valid() else None
    context: dict[str, Any] = {"section": "more", "form": form, "worklog": found, "days": form.cleaned_data}
    return render(request, "worklog/worklog.html", context, status=200 if found else 422)


@require_GET
def take_csv(request: Asked) -> HttpResponse:
    """The same lines as a file."""
    form = _form(request)
    if not form.is_valid():
        return worklog(request)
    answer = HttpResponse(BOM + as_csv(_found(request, form)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="work-log.csv"'
    return answer


def _form(request: Asked) -> WorklogForm:
    return asked_days(request.GET.dict(), today=clock.now().date(), language=language_of(request.owner))


def _found(request: Asked, form: WorklogForm) -> Worklog:
    return lines_of(request.owner, **form.cleaned_data, today=clock.now().date())
