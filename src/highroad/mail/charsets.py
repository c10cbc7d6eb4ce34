"""Bytes to text by the alphabets we trust, for names that lie or are missing."""

import re

from highroad.mail.problems import Problem

_DOS = (437, 850, 852, 855, 857, 858, 866)
_WESTERN = {"cp1252", "us-ascii", "mac-roman", "cp437", "cp850", "iso8859-15", "iso8859-9", "cp1254"}
_CODECS = {
    **{f"iso8859{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"windows{n}": f"cp{n}" for n in range(1250, 1259)},
    **{f"cp{n}": f"cp{n}" for n in (*range(1250, 1259), *_DOS, 874, 932, 936, 949, 950)},
    **{f"ibm{n}": f"cp{n}" for n in _DOS},
    **dict.fromkeys(("iso88591", "iso885911987", "latin1", "l1", "ansi", "8859", "iso8859", "xunknown"), "cp1252"),
    **dict.fromkeys(("ascii", "usascii", "ansix341968", "us", "7bit", "8bit", "unknown8bit"), "us-ascii"),
    **dict.fromkeys(("utf8", "unicode11utf8", "utf8mb4", "utf8sig", "unicode"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "xgbk", "euccn"), "gb18030"),
    **dict.fromkeys(("iso88598i", "iso88598e"), "iso8859-8"),
    **dict.fromkeys(("shiftjis", "sjis", "xsjis", "mskanji", "windows31j"), "cp932"),
    **dict.fromkeys(("euckr", "ksc56011987", "ksc5601", "uhc"), "cp949"),
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "hzgb2312": "hz",
    "eucjp": "euc-jp", "iso2022jp": "iso2022-jp-2", "iso2022kr": "iso2022-kr",
    "koi8r": "koi8-r", "koi8u": "koi8-u", "macintosh": "mac-roman", "macroman": "mac-roman",
    "latin2": "iso8859-2", "latin9": "iso8859-15", "tis620": "tis-620", "iso885911": "tis-620",
    "windows874": "cp874", "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
    "utf32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be", "ucs2": "utf-16",
}  # fmt: skip
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_JAPANESE = (b"\x1b$B", b"\x1b$@")  # how ISO-2022-JP begins, whatever is said
_MAX_HALVES = 256 * 1024  # each half takes its time
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def codec(charset: str) -> str | None:
    """The codec we trust for a charset name, or None: only names of our own list reach Python's codecs."""
    return _CODECS.get(_NOT_IN_NAMES.sub("", charset[:40].lower()))


def decode(octets: bytes, charset: str = "") -> tuple[str, Problem | None]:
    """Text of `octets`, and what was wrong with the charset named; never an error, never a lone surrogate."""
    if octets.isascii() and b"\x1b" not in octets and (not charset or codec(charset) in {*_WESTERN, "utf-8"}):
        return octets.decode("ascii"), None
    for mark, name in _MARKS:
        if octets.startswith(mark):
            return _whole(octets[len(mark) :], name).decode(name, "replace"), None
    named = codec(charset) if charset else "us-ascii"
    if b"\x1b" in octets and any(mark in octets for mark in _JAPANESE):
        named = "iso2022-jp-ext" if b"\x1b(I" in octets else "iso2022-jp-2"
    if named in (None, "utf-8", *_WESTERN):
        return _decode_western(octets, named, charset)
    return _decode_as_named(octets, str(named))


def _decode_western(octets: bytes, named: str | None, charset: str) -> tuple[str, Problem | None]:
    """UTF-8 wherever the bytes allow it: no other text looks like it by chance. Else as named, else Windows."""
    refused = Problem.ODD_CHARSET if charset and named is None else None
    try:
        return octets.decode("utf-8"), refused
    except UnicodeDecodeError as error:
        if error.end >= len(octets) - 4 and error.start > len(octets) - 4 and named == "utf-8":
            return octets.decode("utf-8", "ignore"), refused  # cut in the middle of the last letter
    if named == "utf-8":
        return _decode_broken_utf8(octets)
    if named in (None, "us-ascii"):
        return _windows(octets), refused or (Problem.WRONG_CHARSET if charset else None)
    return (_windows(octets) if named == "cp1252" else octets.decode(str(named), "replace")), None


def _whole(octets: bytes, named: str) -> bytes:
    """Without the odd byte that a line end leaves below letters of two or four bytes."""
    width = {"utf-16": 2, "utf-32": 4}.get(named[:6], 1)
    return octets[: len(octets) // width * width]


def _decode_broken_utf8(octets: bytes) -> tuple[str, Problem]:
    text = _of_halves(octets)
    if text:
        return text, Problem.DAMAGED_TEXT
    text = octets.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    kept = len(octets) - len(octets.decode("utf-8", "ignore")) - lost  # more than one byte a letter: real UTF-8
    if kept > lost:
        return text, Problem.DAMAGED_TEXT
    return _windows(octets), Problem.WRONG_CHARSET


def _of_halves(octets: bytes) -> str:
    """Text whose emoji stand as two halves each, the way some databases keep them; nothing when it is no such text."""
    try:
        halves = octets[:_MAX_HALVES].decode("utf-8", "surrogatepass")
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le") + octets[_MAX_HALVES:].decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _windows(octets: bytes) -> str:
    """Windows-1252 as browsers read it: its five empty places are left as they stand in Latin-1."""
    try:
        return octets.decode("cp1252")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def _decode_as_named(octets: bytes, named: str) -> tuple[str, Problem | None]:
    if named.startswith("utf-") and b"\x00" not in octets:  # not two bytes a letter, whatever is said
        return _decode_western(octets, None, "")[0], Problem.WRONG_CHARSET
    octets = _whole(octets, named)
    try:
        return octets.decode(named).removeprefix("\ufeff"), None
    except UnicodeDecodeError:
        pass
    try:
        return octets.decode("utf-8"), Problem.WRONG_CHARSET
    except UnicodeDecodeError:
        return octets.decode(named, "replace"), Problem.DAMAGED_TEXT
