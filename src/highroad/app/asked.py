"""A request that knows whose record it asks for."""

from django.http import HttpRequest

from highroad.app.models import OwnerRow


class Asked(HttpRequest):
    """What every view gets; `defence.WhoseRequest` names the owner, and nothing is ever shown of anyone else's."""

    owner: OwnerRow
