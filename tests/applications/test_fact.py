"""Published figures: none is shown that nobody has read, and none stands there without where it is from."""

from highroad.applications.fact import facts, published


def test_what_nobody_has_read_cannot_be_shown():
    assert not facts()["interview_validity"].opened
    assert published("interview_validity") is None
    assert published("agreement.structured") is None
    assert published("agreement.separate").value == (0.44,)


def test_every_figure_has_its_source_year_country_and_caveat():
    for name, fact in facts().items():
        assert fact.source and fact.year >= 2000 and fact.country and fact.caveat, name
        assert fact.grade, name


def test_what_a_forecast_expects_is_told_as_our_own_judgement():
    assert published("priors").grade == "our own judgement"
    assert published("priors").who == "High Road"


def test_nothing_says_one_in_so_many():
    words = " ".join(f"{fact.claim} {fact.caveat}" for fact in facts().values())

    assert "1 in " not in words


def test_who_published_it_is_short():
    assert published("agreement.separate").who == "Huffcutt"
    assert published("typo_penalty").who == "Sterkens et al."
