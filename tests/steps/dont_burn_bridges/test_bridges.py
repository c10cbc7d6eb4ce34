"""A gracious reply, and one note for each person met."""

from datetime import timedelta

import pytest

from highroad.applications.correction import EventAdded
from highroad.events.event import Event, Kind, Part, Person, Stage
from highroad.recovery.letter import LANGUAGES, Tone
from highroad.steps.dont_burn_bridges import suggest
from highroad.steps.dont_burn_bridges.note import note_draft
from highroad.steps.dont_burn_bridges.reply import reply_draft, whom_to_answer
from highroad.steps.dont_burn_bridges.thanks import notes, thank_you_draft
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER
from tests.record import event, final_round, form_no, haldenfrey, only_application, only_no


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_reply_thanks_and_asks_for_nothing(tone: Tone, language: str):
    rejection = only_no(final_round())

    letter = reply_draft(rejection.application, rejection, tone=tone, language=language, signed="Ana Duarte")

    assert letter.to == SAM_RECRUITER
    assert "?" not in letter.body
    assert "{" not in letter.body
    assert not letter.has_blank
    assert letter.body.endswith("\nAna Duarte")
    assert len(letter.body.split()) <= 70


APPLICATION_ONLY = {
    "en": "looking at my application",
    "de": "Bewerbung angesehen",
    "fr": "regardé ma candidature",
    "es": "mirar mi candidatura",
    "it": "guardato la mia candidatura",
    "pt": "olhado para a minha candidatura",
    "nl": "naar mijn sollicitatie",
}
TALKS = {
    "en": "our talks",
    "de": "unsere Gespräche",
    "fr": "nos échanges",
    "es": "nuestras conversaciones",
    "it": "i nostri colloqui",
    "pt": "as nossas conversas",
    "nl": "onze gesprekken",
}


def reply_after(*events: Event, tone: Tone, language: str) -> str:
    rejection = only_no(list(events))
    return reply_draft(rejection.application, rejection, tone=tone, language=language).body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_reply_after_talks_thanks_for_them_or_names_who_was_met(tone: Tone, language: str):
    only_told = haldenfrey("no", Kind.REJECTION, 60, stage=Stage.INTERVIEW, people=(SAM_RECRUITER,))

    after_two, after_told = (
        reply_after(*events, tone=tone, language=language) for events in (final_round(), [only_told])
    )

    assert TALKS[language] in after_two or "Noor Haddad" in after_two
    assert TALKS[language] in after_told
    assert APPLICATION_ONLY[language] not in after_two + after_told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_reply_before_any_talk_speaks_of_none(tone: Tone, language: str):
    body = reply_after(*form_no(), tone=tone, language=language)

    assert TALKS[language] not in body


def test_who_is_only_named_for_a_talk_that_never_came_was_not_met():
    ahead = haldenfrey("last", Kind.INTERVIEW, 50, people=(NOOR_INTERVIEWER,), happens_at=NOW + timedelta(days=9))
    no = haldenfrey("no", Kind.REJECTION, 52, people=(SAM_RECRUITER,))

    assert "Noor" not in reply_after(ahead, no, tone=Tone.WARM, language="en")


def test_the_reply_goes_to_whoever_wrote_the_no():
    eli = Person(ELI_INTERVIEWER.name, ELI_INTERVIEWER.email, Part.INTERVIEWER)
    events = [*final_round()[:3], haldenfrey("no", Kind.REJECTION, 60, people=(eli,))]

    assert whom_to_answer(only_no(events)) == ELI_INTERVIEWER


def test_a_no_from_a_machine_needs_no_reply():
    rejection = only_no(form_no())

    assert [task.words for task in suggest(rejection, now=NOW)] == ["no_reply_needed"]
    assert reply_draft(rejection.application, rejection, tone=Tone.BRIEF, language="en").to is None


def test_one_note_is_owed_to_each_interviewer_and_none_to_one_already_thanked():
    sent = event("sent", Kind.THANK_YOU, 51, people=(NOOR_INTERVIEWER,), by_user=True)

    owed = {note.person.name: note.sent_on for note in notes(only_application(final_round(), EventAdded(sent, "last")))}

    assert list(owed) == ["Noor Haddad", "Eli Brandt"]
    assert str(owed["Noor Haddad"]) == "2026-10-22"
    assert owed["Eli Brandt"] is None


def test_who_has_answered_is_not_urged_again():
    answered = event("answered", Kind.FOLLOW_UP, 84, by_user=True)

    tasks = suggest(only_no(final_round(), EventAdded(answered, "no")), now=NOW)

    assert tasks[0].words == "replied"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_thank_you_note_has_a_blank_for_what_only_the_user_knows(tone: Tone, language: str):
    application = only_application(final_round())

    letter = thank_you_draft(application, NOOR_INTERVIEWER, tone=tone, language=language, signed="Ana Duarte")

    assert letter.has_blank
    assert letter.body.count("____") == 1
    assert "{" not in letter.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_a_note_to_keep_in_touch_has_a_blank_for_its_reason(tone: Tone, language: str):
    letter = note_draft(
        only_application(final_round()), SAM_RECRUITER, tone=tone, language=language, signed="Ana Duarte"
    )

    assert letter.body.count("____") == 1
    assert "{" not in letter.subject + letter.body
    assert letter.body.endswith("\nAna Duarte")
    assert len(letter.body.split()) <= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_words_of_its_own(language: str):
    rejection = only_no(final_round())

    bodies = {
        one: reply_draft(rejection.application, rejection, tone=Tone.WARM, language=one).body for one in LANGUAGES
    }

    assert [one for one, body in bodies.items() if body == bodies[language]] == [language]
