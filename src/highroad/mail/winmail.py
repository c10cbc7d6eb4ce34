"""The text inside winmail.dat, where Outlook hides a mail from every other program (TNEF)."""

from collections.abc import Iterator

_SIGNATURE = b"\x78\x9f\x3e\x22"
_FIRST = 6  # after the signature and a key
_MOST = 2_000  # attributes, and properties among them
_BODY, _PROPERTIES, _CODE_PAGE = 0x02800C, 0x069003, 0x069007
_TEXT, _HTML = 0x1000, 0x1013
_WIDTHS = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
_LONG = (0x0D, 0x1E, 0x1F, 0x102)  # with their length in front
_UTF_16 = 0x1F
_NAMED = 0x8000


def body_of(octets: bytes) -> tuple[bytes, str]:
    """The body's bytes, plain or HTML, and the charset they are in; nothing when there is none we can read."""
    attributes = dict(_attributes(octets))
    pages = attributes.get(_CODE_PAGE, b"")
    charset = f"cp{int.from_bytes(pages[:4], 'little')}" if pages else ""
    properties = dict(_properties(attributes.get(_PROPERTIES, b"")))
    plain, wide = properties.get(_TEXT, (b"", False))
    if plain:
        return _ended(plain, "utf-16-le" if wide else charset)
    rich, wide = properties.get(_HTML, (b"", False))
    return _ended(attributes.get(_BODY) or rich, "utf-16-le" if wide else charset)


def _ended(body: bytes, charset: str) -> tuple[bytes, str]:
    """Without the zero that ends it."""
    return (body if charset == "utf-16-le" else body.rstrip(b"\x00")), charset


def _attributes(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """Each attribute's tag and bytes; a length that leads out of the file ends it."""
    at = _FIRST if octets.startswith(_SIGNATURE) else len(octets)
    for _ in range(_MOST):
        tag, length = _number(octets, at + 1), _number(octets, at + 5)
        if at + 9 + length > len(octets):
            return
        yield tag, octets[at + 9 : at + 9 + length]
        at += 9 + length + 2  # a checksum


def _properties(octets: bytes) -> Iterator[tuple[int, tuple[bytes, bool]]]:
    """Each long property's number, its first bytes, and whether they are UTF-16."""
    at = 4
    for _ in range(min(_number(octets, 0), _MOST)):
        kind, number = _number(octets, at, 2), _number(octets, at + 2, 2)
        at = _after_name(octets, at + 4) if number >= _NAMED else at + 4
        values = _number(octets, at) if kind in _LONG or kind > 0x1000 else 1
        at += 4 if kind in _LONG or kind > 0x1000 else 0
        for _ in range(min(values, _MOST)):
            length = _number(octets, at) if kind & 0xFFF in _LONG else _WIDTHS.get(kind & 0xFFF, 0)
            at += 4 if kind & 0xFFF in _LONG else 0
            if not length or at + length > len(octets):
                return
            yield number, (octets[at : at + length], kind == _UTF_16)
            at += length + -length % 4


def _after_name(octets: bytes, at: int) -> int:
    """Past the name of a property that has no number of its own."""
    if not _number(octets, at + 16):
        return at + 24
    length = _number(octets, at + 20)
    return at + 24 + length + -length % 4


def _number(octets: bytes, at: int, width: int = 4) -> int:
    return int.from_bytes(octets[at : at + width], "little")
