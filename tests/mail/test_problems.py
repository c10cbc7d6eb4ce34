"""What is wrong with a mail is said in words a person can read."""

from highroad.mail.problems import Problem, sentences
from highroad.words.content import load_toml

WORDS = load_toml("highroad.mail", "content/problems.toml")


def test_every_problem_has_its_sentence_and_every_sentence_its_problem():
    assert set(WORDS) == set(Problem)


def test_the_sentences_are_short_and_calm():
    assert all(len(sentence.split()) <= 20 and sentence.endswith(".") for sentence in WORDS.values())


def test_each_problem_is_said_once_in_the_order_it_was_met():
    met = [Problem.NO_DATE, Problem.NO_TEXT, Problem.NO_DATE]

    assert sentences(met) == (WORDS["no_date"], WORDS["no_text"])
