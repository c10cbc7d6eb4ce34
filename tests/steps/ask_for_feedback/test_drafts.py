"""The question and the nudge: short in every language and tone, even with the longest names there are."""

from datetime import date

import pytest

from highroad.events.event import Kind, Reason, Stage
from highroad.recovery.letter import LANGUAGES, Tone
from highroad.steps.ask_for_feedback.draft import LONGEST, draft, nudge
from measure.feedback import LONG_SIGNED, LONG_TO, long_application, words_of_drafts
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER
from tests.record import event, final_round, form_no, haldenfrey, only_application

ROUND = haldenfrey(
    "last", Kind.INTERVIEW, 50, stage=Stage.FINAL, people=(NOOR_INTERVIEWER, ELI_INTERVIEWER), happens_at=NOW
)
NO = haldenfrey("no", Kind.REJECTION, 90, people=(SAM_RECRUITER,), reason_quote="others had more years with SQL")
RECORDS = {
    "all known": only_application([ROUND, NO]),
    "long names": long_application(),
    "nothing known": only_application([event("no", Kind.REJECTION)]),
}
EASY_OUT = {
    "en": ("understand", "No reply needed", "no reply needed"),
    "de": ("Verständnis", "nötig", "verstehe"),
    "fr": ("comprends", "aucune réponse"),
    "es": ("entiendo", "no hace falta respuesta"),
    "it": ("capisco", "non serve una risposta"),
    "pt": ("compreendo", "não é precisa resposta"),
    "nl": ("begrijp", "niet nodig"),
}
WHY = {"why", "warum", "wieso", "pourquoi", "perché", "waarom"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("application", RECORDS.values(), ids=RECORDS.keys())
def test_a_draft_is_short_asks_one_thing_and_lets_them_off(application, tone: Tone, language: str):
    letter = draft(application, SAM_RECRUITER, tone=tone, language=language, signed="Ana Duarte")

    assert len(letter.body.split()) <= LONGEST
    assert letter.subject
    assert letter.body.count("?") in (1, 2)  # one asks whether one may ask
    assert "{" not in letter.subject + letter.body
    assert not letter.has_blank
    assert letter.body.endswith("Ana Duarte")
    assert any(easy in letter.body for easy in EASY_OUT[language])
    assert not WHY & set(letter.body.lower().split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_the_longest_names_do_not_break_the_bound(tone: Tone, language: str):
    letter = draft(long_application(), LONG_TO, tone=tone, language=language, signed=LONG_SIGNED)

    assert len(letter.body.split()) <= LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_the_nudge_is_two_sentences_in_the_thread_of_the_question(tone: Tone, language: str):
    application = RECORDS["all known"]
    first = draft(application, SAM_RECRUITER, tone=tone, language=language)

    letter = nudge(application, SAM_RECRUITER, asked_on=date(2026, 11, 24), tone=tone, language=language)

    assert len(letter.body.split()) <= LONGEST / 2
    assert first.subject in letter.subject
    assert "24" in letter.body
    assert any(easy in letter.body for easy in EASY_OUT[language])


def test_a_draft_speaks_of_the_round_the_day_and_those_who_were_there():
    letter = draft(RECORDS["all known"], SAM_RECRUITER, tone=Tone.WARM, language="en")

    assert "the final round on 23 November with Noor Haddad and Eli Brandt" in letter.body
    assert "others had more years with SQL" in letter.body


def test_two_applications_give_two_drafts():
    short, far = (only_application(events) for events in (form_no(), final_round()))

    letters = {draft(one, SAM_RECRUITER, tone=Tone.FORMAL, language="en").body for one in (short, far)}

    assert len(letters) == 2


def test_the_figures_name_every_language_and_tone():
    figures = words_of_drafts()

    assert {(language, tone) for language, tone, *_ in figures} == {(one, tone) for one in LANGUAGES for tone in Tone}
    assert max(longest for *_, longest in figures) <= LONGEST


def no_because(reason: Reason | None, quote: str = ""):
    return only_application(
        [haldenfrey("no", Kind.REJECTION, 90, people=(SAM_RECRUITER,), reason=reason, reason_quote=quote or None)]
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_the_question_builds_on_the_reason_they_gave(tone: Tone, language: str):
    quote = "others had more years with SQL"

    quoted, named, silent = (
        draft(told, SAM_RECRUITER, tone=tone, language=language).body
        for told in (no_because(Reason.EXPERIENCE, quote), no_because(Reason.EXPERIENCE), no_because(None))
    )

    difference = {"en": "made the difference", "de": "Unterschied", "fr": "la différence", "es": "la diferencia"}
    asks = difference | {"it": "la differenza", "pt": "a diferença", "nl": "het verschil"}
    assert quote in quoted and asks[language] in quoted
    assert asks[language] in named
    assert asks[language] not in silent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_reason_that_lies_with_them_is_no_question_about_the_user(tone: Tone, language: str):
    frozen = no_because(Reason.FROZEN, "the role is on hold")

    body, silent = (
        draft(told, SAM_RECRUITER, tone=tone, language=language).body for told in (frozen, no_because(None))
    )

    assert next(line for line in silent.splitlines() if "?" in line) in body


def test_a_reason_too_long_to_quote_is_named():
    long = "we decided for someone who has led several teams of a similar size over a good many years in our field"

    body = draft(no_because(Reason.EXPERIENCE, long), SAM_RECRUITER, tone=Tone.WARM, language="en").body

    assert "You mentioned experience. If you can say: what would have made the difference?" in body
