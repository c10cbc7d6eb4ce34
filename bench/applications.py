"""The mails of one made-up application after the other, from the thanks for it to its end."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Letter:
    """What one mail of an application says; `thread` is the id of the first one."""

    person: str
    domain: str
    subject: str
    text: str
    step: int
    thread: str
    by_me: bool


def application(dice: random.Random, number: int) -> Iterator[Letter]:
    """The mails of one application, in order, in one thread."""
    employer = f"{dice.choice(FIRST)}{dice.choice(FAMILY).lower()} {dice.choice(SECOND)}"
    person = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
    words = {"employer": employer, "role": dice.choice(ROLES), "person": person, "sign": f"{person}\n{employer}"}
    domain = employer.lower().replace(" ", "") + ".example"
    for step, texts in enumerate(dice.choice(STORIES)):
        yield Letter(
            person=person,
            domain=domain,
            subject=SUBJECTS[texts].format(**words),
            text=dice.choice(texts).format(**words),
            step=step,
            thread=f"{number}-0@{domain}",
            by_me=texts is THANKED,
        )
