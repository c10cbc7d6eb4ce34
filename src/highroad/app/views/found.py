"""What a page answers when there is no such thing, or when nobody has confirmed the no yet."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import NotConfirmed

View = Callable[..., HttpResponse]


def or_not_found(view: View) -> View:
    """Turn NotThere into the page that says so, and an unconfirmed no into the question whether it is one."""

    @wraps(view)
    def found(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotThere as error:
            raise Http404 from error
        except NotConfirmed:
            return redirect("read", kwargs["event_id"])

    return found
