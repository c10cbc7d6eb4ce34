"""Which number of a mail is the one its posting is filed under."""

import pytest

from highroad.events.details.numbers import posting_number

BAKER = "Thank you for applying for the Baker position at Quillon."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ref 4711", "4711"),
        ("our reference: ASH/2026/117.", "ASH/2026/117"),
        ("Vacature 2026-18", "2026-18"),
        ("vacaturenummer: 18-B2", "18-B2"),
        ("Ref.ª 2231", "2231"),
        ("Chiffre 3321-AB", "3321-AB"),
        ("Référence de l'offre : 2231B", "2231B"),
        ("posting no. 55-A", "55-A"),
        ("Kennziffer TB-2026-08", "TB-2026-08"),
        ("Stellennummer 88120", "88120"),
        ("Annuncio n. 774", "774"),
        ("Job ID: 12044", "12044"),
        ("job opening #40112", "40112"),
        ("Position 4417 Plant Operator", "4417"),
        ("for R0012345 Branch Operations Lead", "R0012345"),
        ("the JR-20481 opening", "JR-20481"),
        ("for 33871BR", "33871BR"),
        ("your submission NRS-98925 has changed", "NRS-98925"),
        ("Questions? Please call. Ref 4711", "4711"),
        ("moved on with qln-98925", "qln-98925"),
        ("votre candidature réf. 4711", "4711"),
        ("Job 44871/Berlin", "44871"),
    ],
)
def test_a_number_that_a_word_announces_is_taken_from_anywhere(text: str, number: str) -> None:
    assert posting_number("Your application", f"{BAKER}\n\n{text}", role="Baker") == number


@pytest.mark.parametrize(
    "text",
    [
        "Quillon GmbH, Hauptstr. 5, 10115 Berlin",
        "Salary 35000 euros",
        "The Baker position (35000 euros) is a full one.",
        "We have received 12345 applications",
        "Call 0171 2345678",
        "Candidate ID: 551200",
        "Candidate reference: 551200",
        "Your order number 12345",
        "Order ref. 12345",
        "HRB 98765 Charlottenburg",
        "Case 5550001",
        "DE-10115 Berlin",
        "You know ISO-27001 well.",
        "Baker, 10115 Berlin",
        "Position: 2nd line, 24/7",
        "The job starts in 2026; the position 2026/27 is open.",
        "Reference 12.05.2026",
        "We fill position 2 of 3.",
        "It takes until mid-2027.",
        "Your application of 12.05.2026",
        "Your application. No 12 others were like it.",
    ],
)
def test_other_numbers_are_no_posting_s(text: str) -> None:
    assert posting_number("Your application", f"{BAKER}\n\n{text}", role="Baker") is None


@pytest.mark.parametrize(
    "text",
    [
        "Baker (88120)",
        "the Baker position (88120)",
        "Baker (m/w/d) - 88120",
        "88120 - Baker",
        "88120 Baker",
        "Baker, ID 88120.",
        "Baker (ID 88120 - Toulouse)",
        "Baker (nr. 88120)",
    ],
)
def test_beside_the_role_a_bare_number_is_the_posting_s(text: str) -> None:
    assert posting_number("Your application", f"You applied for {text}", role="Baker") == "88120"


@pytest.mark.parametrize(
    "subject", ["Your application 88120", "[88120] Baker", "Quillon: Baker, #88120", "intro call (88120)"]
)
def test_in_the_subject_a_bare_number_is_the_posting_s(subject: str) -> None:
    assert posting_number(subject, BAKER, role="Baker") == "88120"


@pytest.mark.parametrize(
    "subject",
    ["[Ticket 88120] Baker", "Baker in 10115 Berlin", "Interview 20260519", "Your call 0171 2345678", "Baker, 35000 €"],
)
def test_in_the_subject_too_other_numbers_are_no_posting_s(subject: str) -> None:
    assert posting_number(subject, BAKER, role="Baker") is None


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Your application: Lead Auditor ISO-27001", ""),
        ("Your application: Lead Auditor ISO 27001", ""),
        ("Your application: Lead Auditor iso27001", ""),
        ("Your application", "You applied for Lead Auditor (ISO-27001)."),
        ("Your application", "You applied for Lead Auditor (ISO 27001)."),
        ("Lead Auditor, EUR 55000", ""),
    ],
)
def test_a_norm_or_a_sum_in_the_name_of_a_role_is_no_number_of_it(subject: str, body: str) -> None:
    assert posting_number(subject, body, role="Lead Auditor") is None


def test_a_number_set_apart_from_a_norm_is_the_posting_s() -> None:
    assert posting_number("Lead Auditor ISO (88120)", "", role="Lead Auditor ISO") == "88120"


@pytest.mark.parametrize(
    "text",
    ["Application no.: 551200", "Ihre Bewerbung 551200", "votre candidature n° 551200", "sollicitatienummer 551200"],
)
def test_the_number_of_the_application_is_the_next_best(text: str) -> None:
    assert posting_number("Update", f"{BAKER}\n\n{text}", role="Baker") == "551200"
    assert posting_number("Update", f"{BAKER}\n\n{text}\nRef 4711", role="Baker") == "4711"


def test_an_announced_number_comes_before_a_bare_one() -> None:
    assert posting_number("Your application 551200", f"{BAKER} Job ID: 4711", role="Baker") == "4711"
