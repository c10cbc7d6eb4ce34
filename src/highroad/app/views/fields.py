"""/settings/field: the line of work, suggested by the mail and chosen by the user."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app.actions.fields import use_field
from highroad.app.asked import Asked
from highroad.app.queries.fields import fields as all_fields
from highroad.app.views.found import or_not_found


@require_http_methods(["GET", "POST"])
@or_not_found
def fields(request: Asked) -> HttpResponse:
    """What there is, what is in use, and what each holds, with its sources."""
    if request.method == "POST":
        use_field(request.owner, request.POST.get("field", ""))
        return redirect("field")
    return render(request, "fields/fields.html", {"section": "more", "fields": all_fields(request.owner)})
