"""Choose the country whose help lines are shown."""

from highroad.app.models import OwnerRow
from highroad.app.says import says
from highroad.steps.take_a_moment.help_lines import help_line


class UnknownCountry(ValueError):
    """We have no lines for this country."""

    def __init__(self) -> None:
        super().__init__(says("help.no_lines"))


def choose_country(owner: OwnerRow, iso: str) -> None:
    """Show the lines of this country from now on; an empty choice shows none. Raises UnknownCountry."""
    if iso and help_line(iso) is None:
        raise UnknownCountry
    owner.country = iso.upper()
    owner.save(update_fields=["country"])
