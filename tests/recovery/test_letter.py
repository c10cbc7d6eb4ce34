"""Letters are made from templates and the record; what is not known is left out, never guessed."""

from datetime import date

from highroad.events.event import Kind, Part, Person, Stage
from highroad.recovery.letter import BLANK, Letter, Tone, first_filled, language_for, listed, spoken_date, written
from highroad.recovery.slots import slots_of
from tests.cast import NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import final_round, form_no, haldenfrey, only_application


def test_the_first_wording_whose_slots_are_known_is_taken():
    wordings = ["Hi {name}, about {role}.", "Hi {name}.", "Hello."]

    assert first_filled(wordings, {"name": "Sam", "role": ""}) == "Hi Sam."
    assert first_filled(wordings, {"name": "", "role": ""}) == "Hello."


def test_a_paragraph_with_nothing_to_say_is_left_out():
    template = {"subject": "One", "paragraphs": [["{a}"], ["{b}"], ["End."]]}

    assert written(template, {"a": "", "b": "Middle."}, to=None).body == "Middle.\n\nEnd."


def test_a_slot_may_hold_braces():
    assert first_filled("About {role}", {"role": "{odd} role"}) == "About {odd} role"


def test_a_letter_knows_that_something_is_still_blank():
    assert Letter(None, "Thanks", f"About {BLANK}").has_blank
    assert not Letter(None, "Thanks", "About that").has_blank


def test_a_language_nobody_wrote_templates_for_becomes_english():
    assert (language_for("de"), language_for("eo"), language_for(None)) == ("de", "en", "en")


def test_dates_and_names_are_said_as_one_says_them():
    assert spoken_date(date(2026, 11, 2), "en") == "2 November"
    assert spoken_date(date(2026, 3, 12), "de") == "12. März"
    assert listed(["Noor", "Eli", "Sam"], "en") == "Noor, Eli and Sam"
    assert listed([], "en") == ""


def test_the_record_fills_the_slots():
    slots = slots_of(only_application(final_round()), SAM_RECRUITER, tone=Tone.WARM, language="en", signed="Ana Duarte")

    assert slots["greeting"] == "Hi Sam,"
    assert (slots["role"], slots["employer"], slots["signed"]) == ("Data Analyst", "Haldenfrey", "Ana Duarte")
    assert (slots["talk"], slots["others"]) == ("the final round", "Noor Haddad and Eli Brandt")


def test_who_gets_the_letter_is_not_named_in_it():
    slots = slots_of(only_application(final_round()), NOOR_INTERVIEWER, tone=Tone.WARM, language="en")

    assert slots["others"] == "Eli Brandt"


def test_a_talk_that_never_took_place_is_not_spoken_of():
    planned = haldenfrey("talk", Kind.INTERVIEW, 2, stage=Stage.SCREEN, happens_at=final_round()[-1].at)
    application = only_application([planned, haldenfrey("no", Kind.REJECTION, 5)])

    assert slots_of(application, SAM_RECRUITER, tone=Tone.WARM, language="en")["talk"] == ""


def test_the_role_is_said_without_its_marks():
    application = only_application([haldenfrey("a", Kind.CONFIRMATION, role="Data Analyst (m/f/d)")])

    assert slots_of(application, None, tone=Tone.FORMAL, language="de")["role"] == "Data Analyst"


def test_only_a_short_reason_is_quoted():
    long = "we " + "really " * 20 + "decided"
    short = only_application([haldenfrey("no", Kind.REJECTION, reason_quote="others had more years in SQL.")])
    wordy = only_application([haldenfrey("no", Kind.REJECTION, reason_quote=long)])

    assert slots_of(short, None, tone=Tone.WARM, language="en")["gap"] == "others had more years in SQL"
    assert slots_of(wordy, None, tone=Tone.WARM, language="en")["gap"] == ""


def test_nothing_known_fills_nothing_but_the_greeting():
    nobody = Person("", "jobs@brightmoor.example", Part.OTHER)
    slots = slots_of(only_application(form_no()), nobody, tone=Tone.FORMAL, language="de")

    assert slots["greeting"] == "Guten Tag,"
    assert (slots["talk"], slots["others"], slots["gap"]) == ("", "", "")


def test_a_name_written_last_name_first_is_turned_round():
    sam = Person("Reyes, Sam", "sam.reyes@haldenfrey.example", Part.RECRUITER)

    assert slots_of(only_application(form_no()), sam, tone=Tone.WARM, language="en")["greeting"] == "Hi Sam,"
