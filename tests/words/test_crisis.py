"""Which words are dark enough that help should stand beside them, and which only sound so."""

import time
import tomllib
from pathlib import Path

import pytest

from highroad.words.crisis import Level, level, level_beyond
from highroad.words.opinion import load
from training.written import dark_fingerprint

SENTENCES = tomllib.loads(Path(__file__).with_name("crisis_sentences.toml").read_text("utf-8"))
LONG = tomllib.loads(Path(__file__).with_name("long_words.toml").read_text("utf-8"))
ENDS = {
    "en": ["and i really do not want to live anymore", "and i wish i was dead", "i cut myself again"],
    "de": ["und ich will nicht mehr leben", "und ich wünschte ich wäre tot", "ich habe mich wieder geritzt"],
}
BY_LEVEL = [(language, said) for language in SENTENCES for said in Level]


@pytest.mark.parametrize(("language", "said"), BY_LEVEL)
def test_nearly_every_sentence_is_read_as_what_it_says(language: str, said: Level):
    sentences = SENTENCES[language][said]

    right = sum(level(sentence) is said for sentence in sentences)

    assert right / len(sentences) >= 0.95


@pytest.mark.parametrize("language", SENTENCES)
def test_no_explicit_sentence_is_passed_over(language: str):
    assert [one for one in SENTENCES[language]["explicit"] if level(one) is Level.NONE] == []


@pytest.mark.parametrize(
    "spelled", ["suicide", "sucide", "suiicide", "su1cide", "s*icide", "s u i c i d e", "SUICIDE", "suiciiide"]
)
def test_a_word_is_seen_through_its_spelling(spelled: str):
    assert level(f"i keep thinking of {spelled}") is Level.EXPLICIT


@pytest.mark.parametrize(
    "denied", ["I don't want to die, I just want it to stop.", "Ich will nicht sterben, ich ertrage es nur nicht."]
)
def test_a_wish_that_is_denied_is_not_passed_over(denied: str):
    assert level(denied) is not Level.NONE


def test_a_figure_of_speech_does_not_hide_the_wish_beside_it():
    assert level("The deadline is killing me and I want to die.") is Level.EXPLICIT


@pytest.mark.parametrize(
    "explicit",
    [
        "I want to burn it all down, and myself with it.",
        "I froze, said nothing, and thought about killing myself.",
        "Ich bin am Ende meiner Geduld und will nicht mehr leben.",
    ],
)
def test_what_sounds_like_a_figure_of_speech_is_seen_when_it_is_none(explicit: str):
    assert level(explicit) is Level.EXPLICIT


def test_one_dark_sentence_is_enough_in_a_long_text():
    calm = "The interview was on Tuesday. They asked about my last project. " * 50

    assert level(f"{calm}I don't want to live anymore. {calm}") is Level.EXPLICIT


def test_nobody_says_in_which_language_they_write():
    assert level("Ich will sterben.") is Level.EXPLICIT
    assert level("Honestly, ich will nicht mehr leben.") is Level.EXPLICIT


def test_two_sentences_are_read_together():
    assert level("I gave away the guitar and the bike. Where I am going I won't need them.") is Level.EXPLICIT


@pytest.mark.parametrize(
    "harmless",
    [
        "I could kill for this job.",
        "I'm dead tired.",
        "This search will be the death of me.",
        "The deadline is killing me.",
        "I cried for an hour, and now I am just sad.",
        "I'm not suicidal, just tired.",
        "I just want to burn it all down.",
        "I froze and said nothing.",
        "Ich bin am Ende meiner Geduld.",
        "I turned my phone off so nobody could reach me.",
        "Mir ist inzwischen egal, ob sie anrufen.",
        "Ich bin todmüde.",
        "Für diesen Job könnte ich töten.",
        "Die Absage macht mich traurig.",
        "Ich arbeite in einem Hospiz.",
    ],
)
def test_a_figure_of_speech_and_plain_sadness_are_none(harmless: str):
    assert level(harmless) is Level.NONE


PAGE = (
    "Noor rang on Tuesday and asked for two more references. I sent them in the evening. The train home was late "
    "again, so I walked the last part. Please leave the keys with the neighbours. We could not reach the office "
    "before noon. My sister wants to go to the lake at the weekend. If you no longer want these letters, say so."
)


def test_a_page_of_plain_sentences_is_not_explicit():
    assert level(PAGE) is not Level.EXPLICIT


def test_what_a_phrase_names_is_seen_on_a_page_of_plain_sentences():
    assert level(f"{PAGE} I want to kill myself. {PAGE}") is Level.EXPLICIT


def test_the_opinion_is_fitted_on_the_sentences_as_they_stand():
    assert load("highroad.words", "content/dark.bin").written == dark_fingerprint(), "run `make train`"


@pytest.mark.parametrize("text", ["", "   ", "💀", "...", "*", "\0", "a" * 60_000])
def test_strange_text_is_none(text: str):
    assert level(text) is Level.NONE


@pytest.mark.parametrize("row", ["!?", "!0", "a."])
def test_a_long_row_of_marks_is_read_quickly(row: str):
    level("Nothing much.")
    began = time.process_time()

    level(row * (50_000 // len(row)))

    assert time.process_time() - began < 15.0  # looked at from every mark anew it takes minutes


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("words", [30, 44, 70])
def test_dark_words_at_the_end_of_a_sentence_that_goes_on_are_seen(language: str, words: int):
    ends = ENDS[language]
    told = [f"{' '.join(one.split()[:words])} {end}" for one in LONG[language] for end in ends]

    found = [level(one) for one in told]

    assert found.count(Level.EXPLICIT) / len(found) >= 0.95


@pytest.mark.parametrize("language", LONG)
def test_dark_words_in_the_midst_of_a_sentence_that_goes_on_are_seen(language: str):
    begun, after = LONG[language][:2]

    assert [end for end in ENDS[language] if level(f"{begun} {end} {after}") is not Level.EXPLICIT] == []


@pytest.mark.parametrize("language", LONG)
def test_going_on_without_a_full_stop_is_nothing_dark(language: str):
    assert [one for one in LONG[language] if level(one) is not Level.NONE] == []


@pytest.mark.parametrize("calm", ["We met on Monday. ", "and we met on monday "])
def test_the_newest_words_of_a_page_are_read_however_long_it_is(calm: str):
    assert level(calm * 8_000 + "and now i want to kill myself") is Level.EXPLICIT


@pytest.mark.parametrize("before", range(1_150, 1_210, 6))
def test_words_are_seen_where_a_sentence_is_too_long_to_be_kept_whole(before: int):
    calm = "and on we went to the sea " * 80

    assert level(f"{calm[:before]} i want to kill myself {calm}") is Level.EXPLICIT


@pytest.mark.parametrize(
    ("known", "text", "says"),
    [
        ("I want to die.", "I want to die. I bought leeks.", Level.NONE),
        ("I want to die", "I want to die.", Level.NONE),
        ("I see no way out.", "I see no way out. I want to die.", Level.EXPLICIT),
        ("I want to die.", "I want to die. I see no way out.", Level.HEAVY),
        ("I bought leeks.", "I see no way out.", Level.HEAVY),
    ],
)
def test_words_that_were_known_are_not_asked_about_again(known: str, text: str, says: Level):
    assert level_beyond(known, text) is says
