"""A clause is said to be so, stands under a condition, or tells what is to come; a `not` reaches only so far."""

import pytest

from highroad.words.clauses import Clause, Mood, split


def clause_with(word: str, sentence: str, language: str = "en") -> Clause:
    return next(clause for clause in split(sentence, language) if word in clause.words)


@pytest.mark.parametrize(
    ("sentence", "word", "language"),
    [
        ("If you are not selected, we will write.", "selected", "en"),
        ("Should you not hear from us, the post is filled.", "hear", "en"),
        ("We will call you unless the role is filled.", "filled", "en"),
        ("Send it by Friday, otherwise we cannot consider you.", "consider", "en"),
        ("Falls wir uns anders entscheiden, melden wir uns.", "entscheiden", "de"),
        ("Sollten Sie nichts hören, ist die Stelle besetzt.", "hören", "de"),
        ("Sans réponse de notre part, considérez que c'est non.", "réponse", "fr"),
        ("Mocht je niets horen, dan ging het niet door.", "horen", "nl"),
    ],
)
def test_what_stands_under_a_condition_is_not_said_to_be_so(sentence: str, word: str, language: str):
    assert clause_with(word, sentence, language).mood is Mood.CONDITION


@pytest.mark.parametrize(
    ("sentence", "word", "language"),
    [
        ("Even if it hurts, we chose another person.", "hurts", "en"),
        ("Auch wenn wir Ihnen heute absagen, danken wir Ihnen.", "absagen", "de"),
        ("While you were not selected, we liked you.", "selected", "en"),
    ],
)
def test_a_concession_says_that_it_is_so(sentence: str, word: str, language: str):
    assert clause_with(word, sentence, language).mood is Mood.STATED


def test_a_condition_reaches_no_further_than_a_but():
    sentence = "If you wish we can talk, but the role is filled."

    assert clause_with("filled", sentence).stretch != clause_with("wish", sentence).stretch


def test_a_not_reaches_the_verb_and_not_the_next_clause():
    clause = clause_with("forward", "We won't be moving forward with you and have chosen another person.")

    denied = [clause.words[place] for place in sorted(clause.denied)]

    assert "forward" in denied
    assert "chosen" not in denied


def test_a_german_not_reaches_back_over_its_clause():
    clause = clause_with("nicht", "Wir berücksichtigen Ihre Bewerbung nicht.", "de")

    assert "berücksichtigen" in [clause.words[place] for place in clause.denied]


@pytest.mark.parametrize(
    "sentence", ["Do not hesitate to call.", "It was not an easy decision.", "I cannot wait to meet."]
)
def test_a_way_of_speaking_denies_nothing(sentence: str):
    assert not any(clause.denied for clause in split(sentence))


def test_not_yet_leaves_it_open():
    assert clause_with("decided", "We have not yet decided.").pending


def test_what_is_only_possible_is_marked():
    assert clause_with("filled", "Some of these jobs may have been filled.").possible


@pytest.mark.parametrize("sentence", ["Your status has changed to: Rejected.", "Disposition: not selected"])
def test_a_label_and_its_short_value_are_one_clause(sentence: str):
    assert len(split(sentence)) == 1


def test_what_a_colon_announces_is_a_clause_of_its_own():
    assert len(split("We have news for you: the role went to somebody else.")) == 2


@pytest.mark.parametrize(
    ("sentence", "word", "language"),
    [
        ("We would have liked to offer you the post.", "offer", "en"),
        ("We had planned to offer you the post.", "offer", "en"),
        ("I wish I were writing to offer you the post.", "offer", "en"),
        ("Wir hätten Ihnen die Stelle gern angeboten.", "angeboten", "de"),
        ("Nous aurions aimé vous proposer le poste.", "poste", "fr"),
        ("Nos habría gustado ofrecerte el puesto.", "puesto", "es"),
        ("Avremmo voluto offrirti il posto.", "posto", "it"),
        ("Gostaríamos de ter oferecido a vaga.", "vaga", "pt"),
        ("We hadden je de baan graag aangeboden.", "baan", "nl"),
    ],
)
def test_what_was_only_wished_or_planned_is_marked(sentence: str, word: str, language: str):
    assert clause_with(word, sentence, language).unreal


@pytest.mark.parametrize(
    ("sentence", "word", "language"),
    [
        ("We would love to offer you the post.", "offer", "en"),
        ("We wanted to invite you to a talk.", "invite", "en"),
        ("Wir würden Sie gern einladen.", "einladen", "de"),
        ("Nous aimerions vous rencontrer.", "rencontrer", "fr"),
        ("We willen je graag uitnodigen.", "uitnodigen", "nl"),
    ],
)
def test_a_polite_wish_is_meant(sentence: str, word: str, language: str):
    assert not clause_with(word, sentence, language).unreal


def test_a_clause_is_an_unchanged_piece_of_its_sentence():
    sentence = "Unfortunately, we won’t go on; but you’re welcome, if you like, to apply again."

    assert all(clause.text in sentence for clause in split(sentence))


@pytest.mark.parametrize(
    ("sentence", "word", "language"),
    [
        ("We do not, however, see a place for you.", "see", "en"),
        ("Wir sehen jedoch keine Möglichkeit.", "möglichkeit", "de"),
    ],
)
def test_a_turn_in_passing_ends_no_clause(sentence: str, word: str, language: str):
    clause = clause_with(word, sentence, language)

    assert clause.denied
    assert clause.turns
