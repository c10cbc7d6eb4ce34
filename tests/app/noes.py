"""Ana's noes, confirmed as she would: one after a final round, one from before anyone met her."""

import re
from collections.abc import Iterable

from highroad.app.actions.corrections import say
from highroad.app.models import EventRow, OwnerRow
from highroad.applications.correction import ConfirmedNo, PersonAdded
from highroad.events.event import Kind, Person
from highroad.mail.message import Message
from tests.app.mails import brightmoor, bring, haldenfrey
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER

TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+|(?<=data-token=")\w+')

MET = (SAM_RECRUITER, NOOR_INTERVIEWER, ELI_INTERVIEWER)


def final_no(owner: OwnerRow) -> str:
    """The no after the final round at Haldenfrey, with the three people met; gives its event id."""
    return confirmed(owner, haldenfrey(), people=MET)


def light_no(owner: OwnerRow) -> str:
    """The form no from Brightmoor; gives its event id."""
    return confirmed(owner, brightmoor())


def confirmed(owner: OwnerRow, messages: list[Message], *, people: Iterable[Person] = ()) -> str:
    """Bring mail that ends in a no and say yes to it; gives the id of the no."""
    event_id = bring(owner, *messages)[-1]
    say(owner, ConfirmedNo(event_id), *(PersonAdded(event_id, person) for person in people), now=NOW)
    assert EventRow.objects.get(owner=owner, event_id=event_id).kind == Kind.REJECTION
    return event_id


def text_of(answer: object) -> str:
    """A page as its reader sees it: spaces as one, quotes as typed; without tokens, which may spell any word."""
    page = TOKEN.sub("", answer.content.decode())
    return " ".join(page.replace("&#x27;", "'").replace("&quot;", '"').split())
