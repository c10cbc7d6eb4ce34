"""What the second opinion looks at."""

from highroad.events.features import Features, features
from highroad.events.prepared import prepare
from highroad.mail.message import Message


def seen(text: str, *, subject: str = "") -> Features:
    mail = prepare(Message(key="1", subject=subject, text=text))
    return features(mail.said, language=mail.language)


def test_a_number_is_any_number():
    assert {"0", "0 march"} <= seen("We meet on 3 March.").words


def test_a_long_word_counts_by_its_beginning_too():
    assert {"interviewing", "inter~"} <= seen("We are interviewing others.").words


def test_the_subject_stands_apart():
    found = seen("Hello Ana, please read on.", subject="Interview moved")

    assert "interview" in found.subject
    assert "interview" not in found.words


def test_the_same_thing_said_in_two_languages_has_meanings_in_common():
    english = seen("We have decided to choose another candidate for the position.").meanings
    german = seen("Wir haben uns für eine andere Kandidatin entschieden und die Stelle besetzt.").meanings

    assert {"=decide", "=candidate", "=other", "=candidate&other"} <= english & german


def test_what_is_denied_is_told_from_what_is_said():
    denied, said = seen("We will not move forward with you."), seen("We will move forward with you.")

    assert "-advance:" in denied.concepts
    assert "+advance:" in said.concepts


def test_what_stands_under_a_condition_is_marked():
    assert any(one.startswith("?") for one in seen("If you are not selected, we will write to you.").concepts)
