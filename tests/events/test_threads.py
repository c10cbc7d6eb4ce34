"""A reply of one line means what its thread is about, whichever way round the mail is found."""

from dataclasses import replace
from itertools import permutations

from highroad.events.event import NOT_ABOUT, Kind
from highroad.events.threads import readings, waits_for
from highroad.mail.message import Message
from tests.cast import ANA, BO, SAM

MINE = frozenset({ANA.email})
CONFIRMED = Message(
    key="confirmed",
    message_id="<1@haldenfrey.example>",
    sender=SAM,
    to=(ANA,),
    subject="Your application as Data Analyst at Haldenfrey",
    text="Dear Ana,\n\nthank you, we have received your application for the Data Analyst position at Haldenfrey.\n",
)
ASKED = Message(
    key="asked",
    message_id="<2@duarte.example>",
    in_reply_to="<1@haldenfrey.example>",
    sender=ANA,
    to=(SAM,),
    subject="Re: hello",
    text="Ten on Thursday suits me.\n",
)
ANSWERED = Message(
    key="answered",
    message_id="<3@haldenfrey.example>",
    in_reply_to="<2@duarte.example>",
    sender=SAM,
    to=(ANA,),
    subject="Re: hello",
    text="Good. Ring the bell at the blue door.\n",
)
LUNCH = Message(
    key="lunch", message_id="<9@lindgren.example>", sender=BO, to=(ANA,), subject="Re: hello", text="Soup?\n"
)


def kinds(messages: list[Message]) -> dict[str, Kind]:
    read = readings(messages, mine=MINE)
    return {message.key: reading.kind for message, reading in zip(messages, read, strict=True)}


def test_a_short_reply_in_a_known_thread_is_about_its_application():
    alone, in_thread = kinds([ANSWERED]), kinds([CONFIRMED, ASKED, ANSWERED])

    assert alone["answered"] in NOT_ABOUT
    assert in_thread["answered"] not in NOT_ABOUT
    assert in_thread["asked"] not in NOT_ABOUT


def test_the_order_in_which_a_thread_is_found_does_not_matter():
    results = [kinds(list(order)) for order in permutations([CONFIRMED, ASKED, ANSWERED, LUNCH])]

    assert all(result == results[0] for result in results)


def test_mail_outside_the_thread_is_not_drawn_in():
    assert kinds([CONFIRMED, ASKED, LUNCH])["lunch"] in NOT_ABOUT


def test_a_thread_about_nothing_known_stays_unknown():
    read = kinds([replace(ASKED, in_reply_to="<8@lindgren.example>"), LUNCH])

    assert set(read.values()) <= NOT_ABOUT


def test_a_list_has_to_speak_for_itself():
    letter = replace(LUNCH, in_reply_to="<1@haldenfrey.example>", automatic=True)
    [reading] = readings([letter], mine=MINE)

    assert waits_for(letter, reading, mine=MINE) == ()


def test_a_mail_without_words_proves_nothing_in_any_thread():
    empty = replace(ANSWERED, subject="", text="", in_reply_to="<1@haldenfrey.example>")

    assert kinds([CONFIRMED, empty])["answered"] is Kind.OTHER
