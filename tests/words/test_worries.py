"""Worries the record can answer are known by their words."""

import pytest

from highroad.words.worries import worry_in


@pytest.mark.parametrize(
    ("thought", "worry"),
    [
        ("Maybe it was the typo in my cover letter.", "typo"),
        ("I bet I wrote the wrong company name.", "typo"),
        ("I should have worn something else, what I wore was too casual.", "outfit"),
        ("Perhaps my shoes put them off.", "outfit"),
        ("I'm not qualified for anything.", "qualified"),
        ("They saw that I don't have enough experience.", "qualified"),
        ("I should not have mentioned the salary.", "said-x"),
        ("Why did I say that I was fired?", "said-x"),
        ("My husband will be so disappointed when I tell him.", "partner"),
        ("How do I tell my parents?", "partner"),
        ("Will I ever find a job?", "ever"),
        ("Nobody will hire me at my age.", "ever"),
        ("I'm in the wrong field.", "path"),
        ("I'm not cut out for this work.", "path"),
        ("What did I do wrong?", "wrong"),
        ("It must be my fault.", "wrong"),
        ("Bestimmt lag es an dem Tippfehler.", "typo"),
        ("Ich hätte die Krawatte weglassen sollen.", "outfit"),
        ("Ich bin nicht qualifiziert genug.", "qualified"),
        ("Warum habe ich das nur gesagt?", "said-x"),
        ("Was wird meine Frau dazu sagen?", "partner"),
        ("Werde ich je wieder Arbeit finden?", "ever"),
        ("Ich habe den falschen Beruf gelernt.", "path"),
        ("Was habe ich falsch gemacht?", "wrong"),
    ],
)
def test_a_worry_is_known_by_its_words(thought: str, worry: str):
    assert worry_in(thought) == worry


@pytest.mark.parametrize(
    "thought",
    [
        "",
        "I feel sad today.",
        "Everyone else has a job.",
        "The interviewer was bored by me.",
        "Ich bin müde.",
        "They hate me.",
    ],
)
def test_another_thought_asks_none_of_them(thought: str):
    assert worry_in(thought) is None


def test_what_can_be_looked_up_comes_before_the_wide_question():
    assert worry_in("What did I do wrong? Was it the typo?") == "typo"
