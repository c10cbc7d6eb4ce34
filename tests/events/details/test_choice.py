"""How a mail is laid out, where a name may stand in it, and which of the names is chosen."""

from highroad.events.details.clues import Candidate
from highroad.events.details.laid import Laid, Zone, lay_out
from highroad.events.details.ranker import chosen
from highroad.events.details.spans import firm_spans, role_spans


def laid(text: str) -> Laid:
    return lay_out([(Zone.BODY, text)])


def firms(text: str, *, address: str = "") -> set[str]:
    row = laid(text)
    return {row.written(*span) for span in firm_spans(row, address=address)}


def titles(text: str) -> set[str]:
    row = laid(text)
    return {row.written(*span) for span in role_spans(row)}


def test_an_elided_article_and_a_possessive_are_words_of_their_own() -> None:
    assert laid("l'équipe de Haldenfrey's Café").words == ["l'", "équipe", "de", "Haldenfrey", "'s", "Café"]


def test_each_part_begins_on_a_line_of_its_own() -> None:
    row = lay_out([(Zone.SENDER, "Haldenfrey"), (Zone.SUBJECT, "Your application"), (Zone.BODY, "Hello")])

    assert row.gaps == ["\n", "\n", "", "\n"]
    assert row.zones == "sjjb"


def test_a_gender_mark_is_one_word() -> None:
    assert laid("Koch (m/w/d) in Vollzeit").words == ["Koch", "‡", "in", "Vollzeit"]


def test_a_name_may_be_joined_by_small_words_and_each_part_of_it_may_be_the_name() -> None:
    assert {"University of Ashcombe", "University", "Ashcombe"} <= firms("at the University of Ashcombe we")


def test_a_name_goes_on_behind_a_comma_only_with_its_legal_form() -> None:
    assert "Haldenfrey, Inc" in firms("Haldenfrey, Inc. thanks you")
    assert "Reyes, Haldenfrey" not in firms("Sam Reyes, Haldenfrey")


def test_a_name_in_small_letters_is_seen_when_the_address_has_it() -> None:
    assert "haldenfrey" in firms("we at haldenfrey like you", address="haldenfrey")


def test_the_number_of_a_posting_is_no_part_of_a_firms_name() -> None:
    assert not any("74844" in firm for firm in firms("Your application WD-74844 to Haldenfrey WD-74844"))
    assert "Studio 1908" in firms("we at Studio 1908 like you")


def test_a_title_in_small_letters_is_seen_by_the_word_for_what_someone_does() -> None:
    assert "bicycle mechanic" in titles("thanks for writing about the bicycle mechanic job")


def test_a_title_without_such_a_word_is_seen_beside_a_word_for_the_post() -> None:
    assert "Second Oboe" in titles("you applied for the position of Second Oboe at Haldenfrey")


def test_a_person_who_is_addressed_by_name_has_no_title_in_it() -> None:
    found = titles("ask for Ms Baker or Herr Koch, the position is Kitchen Porter")

    assert "Kitchen Porter" in found
    assert not any(name in title for name in ("Baker", "Koch") for title in found)


def test_the_word_for_the_post_is_no_part_of_a_title() -> None:
    assert {title for title in titles("applied for the Nurse position") if "Nurse" in title} == {"Nurse"}


def test_a_title_may_go_on_behind_a_comma() -> None:
    assert "Systems Engineer, Avionics" in titles("the position of Systems Engineer, Avionics")


def test_the_name_with_the_heaviest_clues_is_chosen_and_none_when_that_is_heavier() -> None:
    found = {
        "haldenfrey": Candidate(clues={"at <"}),
        "time": Candidate(clues={"your <"}),
        "": Candidate(clues={"none"}),
    }

    assert chosen(found, {"at <": 1.0, "none": 0.5}) == "haldenfrey"
    assert chosen(found, {"at <": 1.0, "none": 1.5}) == ""
