"""Slips in letters about work, found by our own rules and by a reader of English."""

from collections.abc import Iterable
from datetime import date

import pytest

from highroad.edges.english import read_english
from highroad.words.proofread import proofread
from highroad.words.slip import Known, Letter, Slip, SlipKind

KNOWN = Known(
    firm="Haldenfrey",
    people=("Sam Reyes", "Noor Haddad", "Thomas Reed"),
    other_firms=("Brightmoor Ltd", "Quill & Marsh"),
    strangers=("Ravi Menon",),
    own_name="Ana Duarte",
)
MARCH = date(2026, 3, 10)


def slips(body: str, *, to: str = "Noor Haddad", attachments: tuple[str, ...] = ()) -> list[tuple[SlipKind, str, str]]:
    letter = Letter(body, to, MARCH, attachments)
    return [(slip.kind, slip.words, slip.instead) for slip in proofread(letter, KNOWN, english=read_english)]


def test_a_letter_without_slips_is_left_in_peace() -> None:
    body = (
        "Dear Noor,\n\nThank you for today. I liked your question about Haldenfrey’s data.\n\nKind regards,\nAna Duarte"
    )

    assert slips(body) == []


def test_another_firm_of_the_record_is_told_with_the_one_that_was_meant() -> None:
    assert slips("Dear Noor,\n\nI would love to work for Brightmoor.") == [
        (SlipKind.FIRM, "Brightmoor", "Haldenfrey"),
    ]


def test_a_firm_nobody_heard_of_is_told_where_only_this_one_can_be_meant() -> None:
    told = slips(
        "Dear Noor,\n\nI would be very glad to work for the Thornbury Foundation. I was at Brellby Bank before."
    )

    assert told == [(SlipKind.FIRM, "Thornbury Foundation", "Haldenfrey")]


@pytest.mark.parametrize("written", ["Haldenfray", "Haldnefrey", "Halldenfrey"])
def test_the_firm_spelled_otherwise_is_told(written: str) -> None:
    assert slips(f"Dear Noor,\n\nI would love to work for {written}.") == [(SlipKind.FIRM, written, "Haldenfrey")]


@pytest.mark.parametrize(
    ("greeting", "told"),
    [
        ("Dear Nour,", (SlipKind.PERSON, "Nour", "Noor")),
        ("Dear Ravi,", (SlipKind.PERSON, "Ravi", "Noor Haddad")),
        ("Dear ,", (SlipKind.GREETING, "Dear ,", "")),
        ("Dear Hiring Manger,", (SlipKind.GREETING, "Hiring Manger", "hiring manager")),
        ("Dear [Name],", (SlipKind.PLACEHOLDER, "[Name]", "")),
        ("Sehr geehrte Herr Haddad,", (SlipKind.GREETING, "Sehr geehrte Herr", "")),
    ],
)
def test_what_is_wrong_in_a_greeting_is_told(greeting: str, told: tuple[SlipKind, str, str]) -> None:
    assert slips(f"{greeting}\n\nThank you for the talk.") == [told]


@pytest.mark.parametrize(
    "greeting", ["Dear Noor,", "Hi Tom,", "Dear Ms. Haddad,", "Dear Sam and Noor,", "Dear hiring team,", "Hello,"]
)
def test_a_right_greeting_is_left_in_peace(greeting: str) -> None:
    told = slips(f"{greeting}\n\nThank you for the talk.")

    assert told == []


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Monday, 17 March", "Tuesday"),
        ("Monday the 17th of March", "Tuesday"),
        ("Wed, March 17th", "Tue"),
        ("Montag, den 17. März", "Dienstag"),
        ("Mo, 17.3.2026", "Di"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_told(said: str, right: str) -> None:
    assert (SlipKind.WEEKDAY, said, right) in slips(f"Dear Noor,\n\nSee you on {said}, then.")


def test_a_weekday_in_january_is_that_of_the_next_year_for_a_letter_of_december() -> None:
    letter = Letter("See you on Monday, 4 January.", sent_on=date(2026, 12, 20))

    assert proofread(letter, KNOWN, english=lambda _: ()) == ()


def test_a_promised_attachment_that_is_not_there_is_told() -> None:
    body = "Dear Noor,\n\nI have attached my notes."

    assert slips(body) == [(SlipKind.ATTACHMENT, "attached", "")]
    assert slips(body, attachments=("notes.pdf",)) == []
    assert slips("Dear Noor,\n\nI grew attached to the team.") == []


def test_an_attachment_that_bears_another_firms_name_is_told() -> None:
    told = slips("Dear Noor,\n\nMy letter is attached.", attachments=("letter_brightmoor.pdf",))

    assert told == [(SlipKind.ATTACHMENT, "attached", "letter_brightmoor.pdf")]


@pytest.mark.parametrize("left", ["[Company]", "<firm name>", "{{name}}", "XXX", "____", "TODO", "COMPANY NAME"])
def test_what_a_pattern_left_to_fill_in_is_told(left: str) -> None:
    assert (SlipKind.PLACEHOLDER, left) in [told[:2] for told in slips(f"Dear Noor,\n\nI like {left} a lot.")]


@pytest.mark.parametrize(
    "fine", ["the list [1]", "<https://ana.example>", "[notes](https://a.example)", "I had had it"]
)
def test_what_only_looks_like_it_is_left_in_peace(fine: str) -> None:
    kinds = {told[0] for told in slips(f"Dear Noor,\n\nPlease see {fine} for more.")}

    assert not kinds & {SlipKind.PLACEHOLDER, SlipKind.DOUBLED}


def test_usual_slips_of_job_mail_are_told() -> None:
    told = slips("Dear Noor,\n\nI am very exited about this. I look forward to meet you in the the office.")

    assert [words for _, words, _ in told] == ["exited", "look forward to meet", "the the"]


def test_a_name_nobody_knows_is_no_slip_but_a_slip_at_the_start_of_a_sentence_is() -> None:
    told = slips("Dear Noor,\n\nI met Zyle Qarn in Brellby. Recieved with thanks.")

    assert told == [(SlipKind.SPELLING, "Recieved", "Received")]


def test_british_and_american_spelling_are_both_right() -> None:
    assert slips("Dear Noor,\n\nThe colour of the center was gray, and I organise my own calendar.") == []


def test_german_letters_are_read_by_our_own_lists() -> None:
    told = slips("Dear Noor,\n\nich weiß, das es Ihre Entscheidug ist. Ich bin seid zwei Jahren hier und freue mich.")

    assert [words for _, words, _ in told] == ["weiß, das", "Entscheidug", "seid"]


def test_of_two_slips_in_one_place_the_graver_is_told() -> None:
    def also_a_spelling(text: str) -> Iterable[Slip]:
        yield Slip(SlipKind.SPELLING, text.index("Brightmoor"), "Brightmoor")

    letter = Letter("Thank you for the talk. I would love to work at Brightmoor.", "Noor Haddad")

    assert [slip.kind for slip in proofread(letter, KNOWN, english=also_a_spelling)] == [SlipKind.FIRM]


def test_nothing_of_a_letter_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    slips("Dear Noor,\n\nI am looking forward to meet you. Let me knows. I work on to give shorter examples.")

    assert capfd.readouterr() == ("", "")


def test_a_long_hostile_letter_is_cheap() -> None:
    assert slips("[a" * 50_000 + " a a" * 20_000) is not None
