"""What happens to Ana in three months, day by day, and what she does about it; every firm is made up."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.test import Client

from highroad.app.models import OwnerRow
from highroad.mail.message import Address, Message
from tests.app.mails import CONFIRMED, FINAL, INVITED, REFUSED, haldenfrey, mail
from tests.cast import NOW

DAYS = 91
OFFERED = (
    "Dear Ana,\n\nWe are delighted to offer you the position of {role} at {employer}. "
    "Please let us know your decision by the end of next week.\n\nKind regards\n{sign}"
)
PUNCH, REST_DAY, OFFER_DAY = 0, 40, 88


def begins() -> datetime:
    """The Monday morning of the first day."""
    return NOW - timedelta(days=DAYS)


def arrivals() -> dict[int, list[Message]]:
    """The mail of each day: a punch, forms that follow one another, two roads further, and an offer."""
    mails: dict[int, list[Message]] = {PUNCH: haldenfrey(ago=DAYS)}
    for place, name in enumerate(("Brookmere", "Corwen", "Dunwick", "Elstow", "Farstow", "Kestrel", "Marberg")):
        _arrive(mails, 4 + 9 * place, CONFIRMED, name)
        _arrive(mails, 15 + 9 * place, REFUSED, name)
        if place % 2:
            _arrive(mails, 15 + 9 * place, REFUSED, f"{name}gate")  # a second one on the same day
    for day, body in ((50, CONFIRMED), (57, INVITED), (64, FINAL), (75, REFUSED)):
        _arrive(mails, day, body, "Oakhanger")
    for day, body in ((60, CONFIRMED), (68, INVITED), (79, FINAL), (OFFER_DAY, OFFERED)):
        _arrive(mails, day, body, "Tallowby")
    _arrive(mails, 46, CONFIRMED, "Northvale")  # which stays silent
    _arrive(mails, 84, CONFIRMED, "Wexham")  # which is still open at the end
    return mails


@dataclass
class Ana:
    """Her browser, and every text she typed."""

    browser: Client
    owner: OwnerRow
    typed: list[str] = field(default_factory=list)

    def types(self, path: str, **fields: str) -> str:
        """Fill in a form; its longer texts are remembered. Gives the address it led to."""
        self.typed += [text for text in fields.values() if " " in text]
        answer = self.browser.post(path, fields)
        assert answer.status_code == 302, (path, answer.status_code, answer.content[:3000])
        return str(answer["Location"])

    def sees(self, path: str) -> str:
        """A page as she reads it."""
        answer = self.browser.get(path, follow=True)
        assert answer.status_code == 200, path
        return answer.content.decode()


def plan_of(number: int) -> dict[str, str]:
    """A week's sheet as she types it."""
    return {
        "lines": "2",
        "0-what": f"Ask Eli about openings, week {number}",
        "1-what": f"Two letters, week {number}",
        "1-way": "employer",
        "if_this": f"the evening of week {number} is long",
        "then_i_will": f"I stop at nine in week {number}",
    }


def _arrive(mails: dict[int, list[Message]], day: int, body: str, name: str) -> None:
    sender = Address("Ines Roth", f"ines.roth@{name.lower()}.example")
    mails.setdefault(day, []).append(mail(body, day=DAYS - day + 0.05, sender=sender, employer=name))
