"""What else lies in a mailbox: letters, lists, shops, newsletters, notices, and the job boards' alerts."""

import random
from dataclasses import dataclass

from bench.applications import FAMILY, FIRST, GIVEN, ROLES, SECOND

LETTERS = """
Shall we say seven on Saturday? I will bring the bread and the good olives.
The landlord says the boiler will be mended on Tuesday morning.
I found the photographs of the summer at the lake; you look so young in them.
Could you water the plants while we are away, and feed the cat in the evening?
The train was late again, so I read half of the book you lent me.
My sister has moved to the coast and asks after you.
Did you see the match? I could not believe the last ten minutes.
We need to decide about the holiday soon, before the prices go up.
The school play went well, apart from the donkey.
Thank you for the lovely evening, and for the recipe, which I have already ruined once.
I am sorry that I forgot to call; the whole week was a muddle.
The garage wants four hundred for the brakes, which seems a lot to me.
Mother is better and complains about the food, which is a good sign.
Let me know what you think of the draft; I am not happy with the middle part.
Ich komme am Freitag mit dem Zug um halb sechs an und bringe Kuchen mit.
Die Kinder fragen schon, wann du wieder mit ihnen in den Wald gehst.
Der Vermieter hat wegen der Heizung geschrieben, es dauert noch eine Woche.
Kannst du mir das Rezept für die Suppe schicken, die wir im Herbst gegessen haben?
Wir haben gestern lange am Fluss gesessen und an dich gedacht.
"""
LISTS = """
I can reproduce the crash with the version from yesterday, but only on the second start.
The patch looks right to me; please add a test for the empty list.
Which compiler do you use? Mine warns about the cast in line forty.
The nightly build failed again because the mirror was not reachable.
We could keep the old format for one release and warn when it is read.
Please do not send HTML to this list.
The documentation still names the flag that was removed in spring.
I have rebased the branch and squashed the two commits as asked.
The benchmark shows no difference beyond noise on my machine.
This breaks on big-endian systems; see the log below.
"""
SHOP = """
Your parcel leaves our warehouse today and should reach you by Thursday.
New this week on our shelves: twelve novels for long evenings.
Take a third off all lamps until Sunday, and have them sent to you free of charge.
Coach 4, seat 21. Please keep this mail, it is your ticket.
Log in to read your monthly statement; we never ask for your password by mail.
The weather in the mountains stays fine, and the huts are open until October.
Soft wool, warm colours: the autumn is here, and so is our new collection.
Somebody liked the picture you shared, and two people wrote below it.
Ihre Rechnung liegt für Sie bereit und wird am fünften des Monats abgebucht.
Diese Woche neu im Regal: Bücher für lange Abende und Spiele für die ganze Familie.
Your table for two is booked; please tell us if you come later.
Seven recipes with pumpkin, three of them without an oven.
You have used eighty percent of the data in your plan this month.
The museum opens late on Thursdays, with music in the great hall.
Your code to sign in is below. It is good for ten minutes.
The council meets on Monday; the plan for the new bridge is on the list.
"""
MAKERS = ("Petrel Books", "North Rail", "Larder", "Mutual Bank", "Code Forge", "Lamp House", "Hill Huts", "Old Mill")
TITLES = (
    "This week",
    "Your order {0}",
    "News no. {0}",
    "A note about {0}",
    "Re: {0}",
    "Reminder {0}",
    "Fwd: photos {0}",
)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of mail: how often it comes, how it is made, how many sentences it has and what hangs on it."""

    share: int
    form: str  # plain, both, html, encoded
    sentences: tuple[int, int]
    padding: int = 0  # kB of styles, links and tables around the words
    attached: tuple[int, int] = (0, 0)  # kB
    texts: tuple[str, ...] = ()
    to_all: bool = False
    quoted: tuple[int, int] = (0, 0)  # sentences of earlier mail below


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().split("\n"))


SORTS = (
    Sort(3, "plain", (1, 6), texts=_lines(LETTERS)),
    Sort(4, "plain", (1, 6), texts=_lines(LETTERS), quoted=(2, 20)),
    Sort(3, "both", (2, 12), 2, texts=_lines(LETTERS), quoted=(4, 30)),
    Sort(3, "plain", (2, 8), attached=(110, 900), texts=_lines(LETTERS)),
    Sort(8, "plain", (4, 30), texts=_lines(LISTS), to_all=True),
    Sort(36, "both", (10, 60), 26, texts=_lines(SHOP), to_all=True),
    Sort(14, "html", (8, 40), 20, texts=_lines(SHOP), to_all=True),
    Sort(14, "html", (1, 8), 6, texts=_lines(SHOP)),
    Sort(11, "encoded", (2, 30), 8, texts=_lines(SHOP)),
    Sort(4, "both", (1, 4), 4, attached=(30, 400), texts=_lines(SHOP)),
)
ALERT = Sort(0, "both", (0, 0), 14, to_all=True)


def words(dice: random.Random, sort: Sort) -> list[str]:
    """The sentences of one such mail, and below them what it answers."""
    said = dice.choices(sort.texts, k=dice.randint(*sort.sentences))
    if not sort.quoted[1]:
        return said
    earlier = dice.choices(sort.texts, k=dice.randint(*sort.quoted))
    return [
        *said,
        f"On 3 May {dice.choice(GIVEN)} <{dice.choice(GIVEN).lower()}@post.example> wrote:",
        *("> " + line for line in earlier),
    ]


def openings(dice: random.Random) -> list[str]:
    """What a job board sends each morning."""
    picked = (
        f"{dice.choice(ROLES)}, {dice.choice(FIRST)}{dice.choice(FAMILY).lower()} {dice.choice(SECOND)}, full time"
        for _ in range(dice.randint(5, 15))
    )
    return ["New jobs for you, picked by what you searched for.", *picked, "See all jobs. Change your job alert."]


def somebody(dice: random.Random) -> str:
    """A person who writes from a domain of their own."""
    given, family = dice.choice(GIVEN), dice.choice(FAMILY)
    return f"{given} {family} <{given.lower()}@{family.lower()}{dice.randrange(300)}.example>"


def some_maker(dice: random.Random) -> str:
    """A firm that writes to many."""
    name = dice.choice(MAKERS)
    return f"{name} <news@{name.lower().replace(' ', '')}.example>"
