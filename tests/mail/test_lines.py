"""A line of JSON is a mail, whatever it holds."""

import pytest

from highroad.mail.lines import from_json_line


def test_an_object_is_a_mail():
    line = '{"from": "Sam Reyes <sam@haldenfrey.example>", "to": null, "subject": "Your role", "body": "Dear Ana."}'

    mail = from_json_line(line, 1)

    assert mail.sender and mail.sender.email == "sam@haldenfrey.example"
    assert (mail.subject, mail.text, mail.problems) == ("Your role", "Dear Ana.", ())


@pytest.mark.parametrize("line", ["", "no", "[1]", "7", "null", "{", "[" * 100_000, "9" * 5_000])
def test_a_line_that_is_no_object_is_an_empty_mail_that_names_the_line(line: str):
    mail = from_json_line(line, 7)

    assert (mail.sender, mail.text) == (None, "")
    assert mail.problems == ("Line 7 is no JSON object.",)


@pytest.mark.parametrize("value", ['["a"]', "7", "true", '{"a": "b"}'])
@pytest.mark.parametrize("part", ["from", "to", "subject", "date", "body"])
def test_a_value_that_is_no_text_is_named_and_the_rest_is_read(part: str, value: str):
    rest = {"from": "sam@haldenfrey.example", "subject": "Your role", "body": "Dear Ana."}
    told = ", ".join(f'"{name}": "{text}"' for name, text in rest.items() if name != part)

    mail = from_json_line(f'{{"{part}": {value}, {told}}}', 3)

    assert f'In line 3, "{part}" is neither text nor null.' in mail.problems
    assert (mail.subject, mail.text) == tuple("" if part == name else rest[name] for name in ("subject", "body"))
