"""Mail to paste and to bring in. All of it is made up."""

from tests.cast import ANA, EMPLOYER, NOOR, ROLE, SAM

RECEIVED = f"""Dear Ana,

Thank you for applying for the {ROLE} position at {EMPLOYER}. We have received your application.
"""
DINNER = """Hi Ana,

Soup at ours on Friday, the one with the leeks. Bring nothing.
"""
MISSED = f"""Ana,

Noor told me you came by. The thing at {EMPLOYER} looks good from here, more next week.
"""


def no_from(employer: str) -> str:
    """A plain no, as one would paste it."""
    return (
        f"Dear Ana,\n\nThank you for your interest in the {ROLE} position at {employer}. Unfortunately, we have "
        f"decided to move forward with other candidates.\n\nKind regards\nSam Reyes\n{employer}\n"
    )


def invited_by(employer: str) -> str:
    """A plain invitation."""
    return (
        f"Hi Ana,\n\nWe would like to invite you to an interview for the {ROLE} role at {employer}. "
        "Would Thursday at 10 work for you?\n\nNoor\n"
    )


def mbox() -> bytes:
    """Five mails: four at Haldenfrey, one of which a reader may well miss, and one about dinner."""
    noor, sam, friend = f"{NOOR.name} <{NOOR.email}>", f"{SAM.name} <{SAM.email}>", "Mara <mara@kitchen.example>"
    mails = [
        _mail(sam, "Your application", RECEIVED, day=2),
        _mail(noor, "Interview", invited_by(EMPLOYER), day=9),
        _mail(friend, "Friday", DINNER, day=10),
        _mail("Eli <eli@mailbox.example>", "A word", MISSED, day=12),
        _mail(sam, "Your application", no_from(EMPLOYER), day=20),
    ]
    return "".join(mails).encode()


def _mail(sender: str, subject: str, body: str, *, day: int) -> str:
    address = sender.partition("<")[2].rstrip(">")
    return (
        f"From {address} Mon Nov {day:2} 09:00:00 2026\n"
        f"From: {sender}\nTo: {ANA.name} <{ANA.email}>\nSubject: {subject}\n"
        f"Date: Mon, {day} Nov 2026 09:00:00 +0000\nMessage-ID: <{day}.{address}>\n\n{body}\n"
    )
