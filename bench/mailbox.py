"""A made-up mailbox of any size: the same n and seed give the same bytes; 8 of 100 mails are about applications."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

BEGIN = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
ME = "Ana Duarte <ana@duarte.example>"
SHARE = 0.08
FIRST = ("Alder", "Bryn", "Corvin", "Dunmore", "Elster", "Farrow", "Glen", "Harrow", "Ister", "Juno", "Kestrel")
SECOND = ("Analytics", "Bakeries", "Care", "Design", "Energy", "Foods", "Glass", "Labs", "Optics", "Rail")
ROLES = (
    "Data Analyst",
    "Product Designer",
    "Backend Engineer",
    "Marketing Manager",
    "Research Assistant",
    "Office Coordinator",
    "Customer Success Manager",
    "QA Engineer",
)
GIVEN = ("Sam", "Noor", "Eli", "Mara", "Jonas", "Priya", "Tomas", "Ingrid", "Leo", "Hana", "Owen", "Rosa")
FAMILY = ("Reyes", "Haddad", "Brandt", "Okafor", "Lind", "Moreau", "Novak", "Whitby", "Sato", "Keller")

# What an employer writes, in the order it happens; {…} is filled for each application.
CONFIRMED = (
    "Dear Ana,\n\nThank you for applying for the {role} position at {employer}. We have received your application and "
    "will review it carefully. We will be in touch if your experience matches what we are looking for.\n\n{sign}",
    "Liebe Frau Duarte,\n\nvielen Dank für Ihre Bewerbung als {role} bei {employer}. Ihre Unterlagen sind bei uns "
    "eingegangen. Wir prüfen sie sorgfältig und melden uns bei Ihnen.\n\n{sign}",
)
INVITED = (
    "Hi Ana,\n\nWe enjoyed reading your application for the {role} role at {employer} and would like to invite you to "
    "an interview with the team. Would Thursday at 10:00 or Friday at 14:00 work for you?\n\n{sign}",
    "Liebe Frau Duarte,\n\nIhre Bewerbung als {role} hat uns gut gefallen. Wir möchten Sie gerne zu einem Gespräch "
    "einladen. Passt Ihnen Donnerstag um 10 Uhr?\n\n{sign}",
)
TASKED = (
    "Hi Ana,\n\nThe next step in your application for {role} at {employer} is a short take-home assignment. Please "
    "complete the assessment within five days; it takes about two hours.\n\n{sign}",
)
REFUSED = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. After careful consideration, we "
    "have decided to move forward with other candidates whose experience more closely matches our needs.\n\n"
    "We wish you all the best in your search.\n\n{sign}",
    "Dear Ana,\n\nThank you for the time you spent talking with us about the {role} role. Unfortunately, we will not "
    "be moving forward with your application. The position has been filled internally.\n\n{sign}",
    "Hello Ana,\n\nWe are sorry to tell you that the {role} position at {employer} has been put on hold because of a "
    "hiring freeze, and that we are unable to offer you the role.\n\n{sign}",
    "Liebe Frau Duarte,\n\nvielen Dank für Ihr Interesse an der Stelle als {role} bei {employer}. Leider müssen wir "
    "Ihnen mitteilen, dass wir uns für eine andere Bewerberin entschieden haben.\n\n{sign}",
)
OFFERED = (
    "Dear Ana,\n\nWe are delighted to offer you the position of {role} at {employer}. Please find the details of the "
    "offer attached, and let us know by next Friday.\n\n{sign}",
)
THANKED = (
    "Hi {person},\n\nThank you for taking the time to talk with me about the {role} role yesterday. I enjoyed hearing "
    "how the team works, and I am even keener now.\n\nBest wishes,\nAna",
)
SUBJECTS = {
    CONFIRMED: "Your application for {role} at {employer}",
    INVITED: "Interview for {role} at {employer}",
    TASKED: "Next step: {role} at {employer}",
    REFUSED: "Your application to {employer}",
    OFFERED: "Offer: {role} at {employer}",
    THANKED: "Thank you for your time",
}
STORIES = (
    (CONFIRMED,),
    (CONFIRMED, REFUSED),
    (CONFIRMED, REFUSED),
    (CONFIRMED, INVITED, REFUSED),
    (CONFIRMED, TASKED, REFUSED),
    (CONFIRMED, INVITED, THANKED, REFUSED),
    (CONFIRMED, INVITED, THANKED, TASKED, OFFERED),
)

# Everything else that lies in a mailbox.
NOISE = (
    ("{person} <{mail}>", "Dinner on Saturday", "Shall we say seven? I will bring the bread and the good olives."),
    ("Petrel Books <news@petrelbooks.example>", "Twelve novels for long evenings", "New this week on our shelves."),
    ("Rail Tickets <tickets@northrail.example>", "Your booking {number}", "Coach 4, seat 21. Please keep this mail."),
    ("Larder <orders@larder.example>", "Order {number} is on its way", "Your parcel leaves our warehouse today."),
    ("Mutual Bank <post@mutualbank.example>", "Your statement is ready", "Log in to read your monthly statement."),
    ("Code Forge <noreply@codeforge.example>", "[tools] Fix the flaky test (#{number})", "Merged into main by a bot."),
    ("Jobs Daily <alerts@jobsdaily.example>", "{number} new jobs for you", "Analyst jobs near you. See all new jobs."),
    ("{person} <{mail}>", "Re: the flat", "The landlord says the boiler will be mended on Tuesday morning."),
)
FILLER = "The kettle sang while rain went over the roofs, and nobody in the house was in any hurry at all. "


def write_mbox(path: Path, messages: int, *, seed: int = 1, kilobytes: int = 12) -> int:
    """Write an mbox of so many messages of about so many kilobytes each; says how many are about applications."""
    about = 0
    with path.open("wb") as mbox:
        for raw, is_about in mails(messages, seed=seed, kilobytes=kilobytes):
            about += is_about
            mbox.write(b"From ana@duarte.example Mon Jan  5 07:00:00 2026\n")
            mbox.write(raw.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") + b"\n")
    return about


def mails(messages: int, *, seed: int = 1, kilobytes: int = 12) -> Iterator[tuple[bytes, bool]]:
    """So many mails as bytes, each with whether it is about an application."""
    dice = random.Random(seed)
    waiting: list[bytes] = []
    for number in range(messages):
        if dice.random() < SHARE:
            waiting = waiting or list(_application(dice, number))
            yield waiting.pop(0), True
        else:
            yield _noise(dice, number, kilobytes), False


def _application(dice: random.Random, number: int) -> Iterator[bytes]:
    """The mails of one application, in order, in one thread."""
    employer = f"{dice.choice(FIRST)}{dice.choice(FAMILY).lower()} {dice.choice(SECOND)}"
    person = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
    domain = employer.lower().replace(" ", "") + ".example"
    words = {"employer": employer, "role": dice.choice(ROLES), "person": person, "sign": f"{person}\n{employer}"}
    them = f"{person} <{person.lower().replace(' ', '.')}@{domain}>"
    first = f"<{number}-0@{domain}>"
    for step, texts in enumerate(dice.choice(STORIES)):
        mine = texts is THANKED
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = (ME, them) if mine else (them, ME)
        mail["Subject"] = SUBJECTS[texts].format(**words)
        mail["Date"] = format_datetime(_when(number) + timedelta(days=6 * step))
        mail["Message-ID"] = f"<{number}-{step}@{domain}>"
        if step:
            mail["In-Reply-To"] = mail["References"] = first
        mail.set_content(dice.choice(texts).format(**words))
        yield mail.as_bytes()


def _noise(dice: random.Random, number: int, kilobytes: int) -> bytes:
    sender, subject, text = dice.choice(NOISE)
    person = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender.format(person=person, mail=person.lower().replace(" ", ".") + "@post.example")
    mail["To"] = ME
    mail["Delivered-To"] = "ana@duarte.example"
    mail["Subject"] = subject.format(number=number)
    mail["Date"] = format_datetime(_when(number))
    mail["Message-ID"] = f"<{number}@post.example>"
    long = FILLER * (kilobytes * 1024 * dice.choice((0, 0, 1, 1, 3)) // len(FILLER))
    mail.set_content(f"{text} {number}\n\n{long}\n")
    if long and number % 3:
        mail.add_alternative(f"<html><body><h1>{subject}</h1><p>{text}</p><p>{long}</p></body></html>", subtype="html")
        mail.set_boundary(f"edge-{number}")
    return mail.as_bytes()


def _when(number: int) -> datetime:
    return BEGIN + timedelta(minutes=41 * number)
