"""Two notes that people could lay side by side: the same, or each with something of its own."""

import pytest

from highroad.recovery.letter import LANGUAGES, Tone
from highroad.steps.dont_burn_bridges.alike import same_note
from highroad.steps.dont_burn_bridges.thanks import thank_you_draft
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER
from tests.record import final_round, only_application

TALK = "Thank you for the talk on Tuesday. What you said about the ferries has stayed with me."


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("language", LANGUAGES)
def test_drafts_differ_once_each_has_its_own_detail(language: str, tone: Tone):
    application = only_application(final_round())
    noor, eli = (
        thank_you_draft(application, person, tone=tone, language=language, signed="Ana Duarte").body
        for person in (NOOR_INTERVIEWER, ELI_INTERVIEWER)
    )

    assert noor != eli
    assert same_note(noor, eli, names=("Noor Haddad", "Eli Brandt"))
    assert not same_note(noor.replace("____", "Fähren"), eli.replace("____", "Kraków"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Dear Noor,\n\n{TALK}\n\nAna", f"Hi Eli,\n\n{TALK}\n\nAna"),
        (f"Dear Noor, {TALK}\n\nAna", f"Dear Eli,\n\n{TALK}\n\nAna"),
        (f"{TALK}\n\nAna", f"Dear Eli,\n\n{TALK}\n\nBest wishes\nAna Duarte"),
        (f"Dear Noor,\n\n{TALK}\n\nAna", f"Dear Eli,\n\n{TALK}\n\nAna Duarte"),
        (f"Dear Noor,\n\n{TALK}", f"Dear Eli,\n\n{TALK.replace('Thank you', 'Thank you so much')}"),
        (f"Dear Noor,\n\n{TALK}", f"Dear Eli,\n\n{TALK.replace('the talk', 'the fabulous talk')}"),
        (f"Dear Noor,\n\n{TALK.replace('Tuesday', '3/11')}", f"Dear Eli,\n\n{TALK.replace('Tuesday', '5/11')}"),
        ("Dear Noor, thank you for the talk.", "Dear Eli, thank you so much for the talk."),
        ("Sehr geehrte Frau Haddad,\nvielen Dank für das Gespräch.", "Hallo Eli, vielen Dank für das Gespräch!"),
        ("Dear Noor,", "Dear Eli,"),
    ],
)
def test_small_changes_make_no_other_note(one: str, other: str):
    assert same_note(one, other, names=("Noor Haddad", "Eli Brandt"))
    assert same_note(other, one, names=("Noor Haddad", "Eli Brandt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dear Noor, your words on ferries stayed with me.", "Dear Eli, your first year there stayed with me."),
        ("Thank you for showing me the harbour.", "Thank you for what you said of tides."),
        (f"Dear Noor,\n\n{TALK}\n\nAna", f"Dear Eli,\n\n{TALK.replace('the ferries', 'night shifts')}\n\nAna"),
        (f"Dear Noor,\n\n{TALK}\n\nAna", "Dear Eli,\n\nThank you for the talk.\n\nAna"),
    ],
)
def test_one_detail_each_makes_two_notes(one: str, other: str):
    assert not same_note(one, other, names=("Noor Haddad", "Eli Brandt"))
    assert not same_note(other, one, names=("Noor Haddad", "Eli Brandt"))


def test_a_long_text_is_compared_at_once():
    long = "word " * 20_000

    assert same_note(long, long + "more")
