"""What stands around every page: the sample-data bar and where things lie."""

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """Context for base.html."""
    return {"sample": settings.DEMO, "path": request.path}
