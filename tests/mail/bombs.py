"""Mails made to hurt: each small to write, and large or tangled to read."""

import base64
from collections.abc import Callable

HEAD = b"From: Sam Reyes <sam.reyes@haldenfrey.example>\r\nSubject: Your application\r\nMIME-Version: 1.0\r\n"
MB = 1024 * 1024


def with_field(field: bytes) -> bytes:
    return HEAD + field + b"\r\n\r\nHello Ana\r\n"


def of_type(kind: str, body: bytes, encoding: str = "8bit") -> bytes:
    lines = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return HEAD + lines.encode() + body


def html(body: str) -> bytes:
    return of_type("text/html; charset=utf-8", body.encode())


def nested_multiparts(depth: int) -> bytes:
    opens = (f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode() for n in range(depth))
    return HEAD + b"".join(opens) + b"Content-Type: text/plain\r\n\r\nHello Ana\r\n"


def nested_mails(depth: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Subject: inside\r\n\r\nHello Ana\r\n"


def nested_in_base64(depth: int) -> bytes:
    mail = b"Subject: inside\r\n\r\nHello Ana\r\n" + b"x" * MB
    for _ in range(depth):
        lines = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        mail = b"Subject: outside\r\n" + lines + base64.b64encode(mail)
    return mail


def many_parts(number: int, part: bytes) -> bytes:
    return of_type("multipart/mixed; boundary=b", (b"--b\r\n" + part + b"\r\n") * number)


def forwarded_many_times(number: int) -> bytes:
    mail = b"Subject: inside\r\n\r\n" + b"Hello Ana\r\n" * 10_000
    part = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(mail)
    return many_parts(number, part)


def tangled_formatting(number: int) -> bytes:
    return html("<p>" + "".join(f"<b id={n}>" for n in range(number)) + "<p>x" * number)


def flowed(line: bytes) -> bytes:
    return of_type("text/plain; charset=utf-8; format=flowed; delsp=yes", line * (4 * MB // len(line)))


def of_winmail(attributes: bytes, times: int) -> bytes:
    octets = b"\x78\x9f\x3e\x22\x01\x00" + attributes * times
    return of_type("application/ms-tnef; name=winmail.dat", base64.encodebytes(octets), "base64")


EMPTY_ATTRIBUTE = b"\x01\x0f\x80\x06\x00" + bytes(4) + bytes(2)
MANY_PROPERTIES = b"\x01\x03\x90\x06\x00\x00\x00\x10\x00" + b"\xff" * MB


BOMBS: dict[str, Callable[[], bytes]] = {
    "one_header_of_589_kB": lambda: with_field(b"X-Long: " + b"a" * 589_000),
    "a_subject_of_10_MB": lambda: b"Subject: " + b"word " * (2 * MB) + b"\r\n\r\nHello Ana\r\n",
    "100k_addresses": lambda: with_field(b"To: " + b"ana@duarte.example, " * 100_000),
    "100k_short_addresses": lambda: with_field(b"To: " + b"a@b," * 100_000),
    "open_quotes_in_addresses": lambda: with_field(b"To: " + b'"a' * 30_000),
    "open_brackets_in_addresses": lambda: with_field(b"To: " + b"<" * 60_000),
    "open_comments_in_addresses": lambda: with_field(b"To: " + b"(" * 60_000),
    "colons_in_addresses": lambda: with_field(b"To: " + b"a:" * 30_000),
    "at_signs_in_addresses": lambda: with_field(b"To: " + b"a@" * 30_000),
    "dots_without_an_at_sign": lambda: with_field(b"To: " + b"a." * 30_000),
    "340_kB_of_encoded_words": lambda: with_field(b"Subject: " + b"=?utf-8?q?=C3=BC?= " * 17_000),
    "encoded_words_of_one_letter": lambda: with_field(b"X-A: b\r\nSubject: " + b"=?u?q?a?=" * 30_000),
    "encoded_words_never_closed": lambda: with_field(b"Subject: " + b"=?utf-8?q?" * 20_000),
    "encoded_words_in_names": lambda: with_field(b"To: " + b"=?utf-8?q?=C3=BC?= <a@b.example>, " * 7_000),
    "100k_header_lines": lambda: with_field(b"A: b\r\n" * 100_000),
    "100k_header_lines_of_one_name": lambda: with_field(b"To: a@b.example\r\n" * 100_000),
    "100k_folded_lines": lambda: with_field(b"X-Folded: a" + b"\r\n b" * 100_000),
    "header_lines_without_a_colon": lambda: with_field(b"nonsense\r\n" * 100_000),
    "a_fold_of_blanks": lambda: with_field(b"Subject: a\r\n" + b" " * 200_000),
    "carriage_returns": lambda: HEAD + b"\r" * (5 * MB) + b"\r\n\r\nHello Ana",
    "100k_references": lambda: with_field(b"References: " + b"<a@b>" * 100_000),
    "a_date_of_brackets": lambda: with_field(b"Date: " + b"(" * 100_000),
    "a_date_of_numbers": lambda: with_field(b"Date: " + b"1 " * 100_000),
    "5000_nested_multiparts": lambda: nested_multiparts(5_000),
    "5000_nested_mails": lambda: nested_mails(5_000),
    "mails_nested_in_base64": lambda: nested_in_base64(12),
    "2000_forwarded_mails": lambda: forwarded_many_times(300),
    "100k_parts": lambda: many_parts(100_000, b"Content-Type: text/plain\r\n\r\na"),
    "100k_parts_without_a_head": lambda: many_parts(100_000, b"\r\na"),
    "100k_nameless_parts": lambda: many_parts(100_000, b"a"),
    "100k_attachments": lambda: many_parts(100_000, b'Content-Disposition: attachment; filename="a.pdf"\r\n\r\na'),
    "2000_html_parts": lambda: many_parts(2_000, b"Content-Type: text/html\r\n\r\n" + b"<b>" * 5_000),
    "2000_calendars": lambda: many_parts(
        2_000, b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR" + b"\r\nX" * 3_000
    ),
    "almost_boundaries": lambda: of_type("multipart/mixed; boundary=b", b"\n--bb" * (3 * MB)),
    "boundaries_inside_lines": lambda: of_type("multipart/mixed; boundary=b", b"x--b" * (4 * MB)),
    "a_boundary_of_dashes": lambda: of_type('multipart/mixed; boundary="--"', b"-" * (20 * MB)),
    "a_boundary_of_10_kB": lambda: of_type("multipart/mixed; boundary=" + "b" * 10_000, b"--" + b"b" * (10 * MB)),
    "100k_parameters": lambda: with_field(b"Content-Type: text/plain" + b"; a=b" * 100_000),
    "a_name_in_100k_pieces": lambda: with_field(
        b"Content-Type: text/plain" + b"".join(b"; name*%d*=%%41" % n for n in range(20_000))
    ),
    "50_MB_of_one_letter": lambda: HEAD + b"\r\n" + b"a" * (50 * MB),
    "50_MB_of_empty_lines": lambda: HEAD + b"\r\n" + b"\n" * (50 * MB),
    "60_MB_attached": lambda: many_parts(1, b"Content-Disposition: attachment\r\n\r\n" + b"QUFB" * (15 * MB)),
    "50_MB_without_a_head": lambda: b"word " * (10 * MB),
    "50_MB_of_zeros": lambda: b"\x00" * (50 * MB),
    "50_MB_of_blanks": lambda: b" " * (50 * MB),
    "50_MB_of_UTF_16": lambda: b"\xff\xfe" + b"a\x00" * (25 * MB),
    "50_MB_of_carriage_returns": lambda: b"From: a\r" + b"a\r" * (25 * MB),
    "50_MB_of_From_lines": lambda: b"From a\n" * (7 * MB),
    "5_MB_of_base64": lambda: of_type("text/plain", base64.encodebytes(b"word " * MB), "base64"),
    "base64_of_padding": lambda: of_type("text/plain", b"=" * (4 * MB), "base64"),
    "base64_in_pieces": lambda: of_type("text/plain", b"QQ==" * MB, "base64"),
    "5_MB_of_quoted_printable": lambda: of_type("text/plain", b"=C3=BC" * MB, "quoted-printable"),
    "quoted_printable_of_equal_signs": lambda: of_type("text/plain", b"=" * (4 * MB), "quoted-printable"),
    "quoted_printable_of_blanks": lambda: of_type(
        "text/plain", (b"=" + b" " * 200 + b"\n") * 20_000, "quoted-printable"
    ),
    "4_MB_of_uuencode": lambda: of_type("text/plain", b"begin 644 a\n" + b"#0V%T\n" * 600_000, "x-uuencode"),
    "4_MB_of_escapes_in_Japanese": lambda: of_type("text/plain; charset=iso-2022-jp", b"\x1b$B\x1b(B" * 500_000),
    "4_MB_of_Chinese": lambda: of_type("text/plain; charset=gb18030", b"\xc4\xe3" * (2 * MB)),
    "4_MB_of_broken_UTF_8": lambda: of_type("text/plain; charset=utf-8", b"\xff\xc3" * (2 * MB)),
    "a_text_of_unseen_letters": lambda: of_type("text/plain; charset=utf-8", "\u200b\u200c".encode() * 600_000),
    "1_MB_of_open_tags": lambda: html("<b>" * 350_000),
    "1_MB_of_open_blocks": lambda: html("<div>" * 200_000 + "Hello Ana"),
    "1_MB_of_quoted_blocks": lambda: html('<blockquote type="cite">x' * 40_000),
    "1_MB_of_hidden_blocks": lambda: html("<div hidden>" * 80_000 + "</div>" * 40_000),
    "1_MB_of_hidden_mixed_blocks": lambda: html("<div hidden>" + "<b>" * 80_000 + "</i>" * 80_000),
    "1_MB_of_lesser_signs": lambda: html("<" * MB),
    "1_MB_of_ampersands": lambda: html("&a" * 500_000),
    "1_MB_of_entities": lambda: html("&nbsp;&#65;" * 90_000),
    "1_MB_of_open_comments": lambda: html("<!--" * 250_000),
    "1_MB_of_attributes": lambda: html("<a " + "b=1 " * 250_000 + ">x"),
    "1_MB_of_styles": lambda: html('<p style="' + "display:" * 120_000 + '">x'),
    "many_styles": lambda: html(('<p style="' + "display : " * 100 + '">x</p>') * 1_000),
    "tangled_formatting": lambda: tangled_formatting(20_000),
    "nested_tables": lambda: html("<table><tr><td>" * 60_000),
    "breaks": lambda: html("<br>" * 250_000),
    "2_MB_of_pictures": lambda: html('<img src="data:image/png;base64,' + "QUFB" * (MB // 2) + '"><p>Hello Ana</p>'),
    "3_MB_of_base64_named_for_web_addresses": lambda: of_type("text/plain", b"-_" * (2 * MB), "base64"),
    "100k_encoded_words_of_two_charsets": lambda: with_field(b"Subject: " + b"=?utf-8?q?a?= =?koi8-r?q?b?= " * 50_000),
    "100k_reply_to": lambda: with_field(b"Reply-To: a@b.example\r\n" * 100_000),
    "100k_verdicts_on_the_sender": lambda: with_field(
        b"Authentication-Results: mx.example; spf=fail; dkim=fail; dmarc=fail\r\n" * 100_000
    ),
    "a_verdict_on_the_sender_of_5_MB": lambda: with_field(b"Authentication-Results: mx" + b"; dkim=fail" * 500_000),
    "open_comments_in_a_verdict_on_the_sender": lambda: with_field(b"Authentication-Results: mx; " + b"(" * 200_000),
    "a_style_sheet_of_1_MB": lambda: html("<style>" + ".a{display:none}" * 70_000 + "</style><p class=a>x"),
    "a_style_sheet_never_closed": lambda: html("<style>" + "@media a{.b{" * 80_000),
    "a_style_sheet_of_comments": lambda: html("<style>" + "/*" * 500_000 + "</style>"),
    "100_style_sheets": lambda: html(("<style>" + ".a,.b{color:red}" * 500 + "</style>") * 100),
    "one_element_of_100k_classes": lambda: html("<style>.a{display:none}</style><p class='" + "b " * 450_000 + "'>x"),
    "1_MB_of_different_styles": lambda: html("".join(f"<p style='left:-{n}px'>x" for n in range(32_000))),
    "styles_of_backslashes": lambda: html(("<p style='" + "\\61" * 400 + ":x'>y") * 500),
    "styles_of_open_comments": lambda: html(("<p style=':" + "/*" * 900 + "'>y") * 500),
    "styles_of_brackets": lambda: html(("<p style='color:rgb(" + "(" * 1_800 + "'>y") * 500),
    "colours_of_many_numbers": lambda: html(("<p style='color:" + "rgb(1 " * 300 + "'>y") * 500),
    "4_MB_of_flowed_lines": lambda: flowed(b"a \n"),
    "4_MB_of_flowed_arrows": lambda: flowed(b">" * 1_000 + b" a \n"),
    "4_MB_of_uuencode_in_the_text": lambda: of_type("text/plain", b"begin 644 a\n" + b"#0V%T\n" * 600_000),
    "100k_files_in_the_text": lambda: of_type("text/plain", b"begin 644 a\n#0V%T\n`\nend\n" * 100_000),
    "100k_files_in_the_text_never_begun": lambda: of_type("text/plain", b"\nbegin 644 a\n" * 100_000),
    "yenc_never_ended": lambda: of_type("text/plain", b"=ybegin line=128 size=9 name=a\n" * 100_000),
    "signatures_never_ended": lambda: of_type("text/plain", b"-----BEGIN PGP SIGNATURE-----\n" * 100_000),
    "signed_heads_without_end": lambda: of_type(
        "text/plain", b"-----BEGIN PGP SIGNED MESSAGE-----\n" + b"Hash: a\n" * 400_000
    ),
    "winmail_of_1M_attributes": lambda: of_winmail(EMPTY_ATTRIBUTE, 300_000),
    "winmail_of_many_properties": lambda: of_winmail(MANY_PROPERTIES, 3),
    "winmail_of_a_length_that_lies": lambda: of_winmail(b"\x01\x0c\x80\x02\x00\xff\xff\xff\x7f", 1),
    "5000_mails_named_by_their_ending": lambda: (
        HEAD + b"Content-Type: application/octet-stream; name=a.eml\r\n\r\n" * 5_000
    ),
    "2000_multiparts_in_base64": lambda: many_parts(
        2_000,
        b"Content-Type: multipart/mixed; boundary=c\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * 5_000,
    ),
    "1_MB_of_joiners": lambda: of_type("text/plain; charset=utf-8", "\u200d\u200c".encode() * 170_000),
    "joiners_between_emoji": lambda: of_type("text/plain; charset=utf-8", "\U0001f469\u200d".encode() * 140_000),
    "4_MB_of_halves_of_emoji": lambda: of_type("text/plain; charset=utf-8", b"\xed\xa0\xbd" * (MB + MB // 4)),
    "4_MB_of_HZ": lambda: of_type("text/plain; charset=hz-gb-2312", b"~{~}" * MB),
    "4_MB_of_Korean_escapes": lambda: of_type("text/plain; charset=iso-2022-kr", b"\x1b$)C\x0e\x0f" * 600_000),
    "a_charset_inside_1_MB_of_meta": lambda: of_type("text/html", b"<meta " * 170_000 + b"charset=x>"),
    "a_date_of_zones": lambda: with_field(b"Date: " + b"GMT+01:" * 20_000),
    "two_heads_of_200_kB": lambda: b"Received: a\r\n" * 15_000 + b"\r\n" + b"From: a@b.example\r\n" * 10_000 + b"\r\nx",
}
