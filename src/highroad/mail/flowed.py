"""Lines of text/plain; format=flowed joined to the paragraphs they were cut from (RFC 3676)."""

_SIGNATURE = "-- "


def unflowed(text: str, *, blanks_deleted: bool) -> str:
    """Each paragraph on one line; `blanks_deleted` when the blank at a line's end is only the sign that it goes on."""
    paragraphs: list[list[str]] = []
    goes_on, depth_before = False, 0
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words[1:] if words.startswith(" ") else words  # a blank in front is stuffing
        begins_anew = not goes_on or depth != depth_before or not words or words == _SIGNATURE
        goes_on, depth_before = words.endswith(" ") and words != _SIGNATURE, depth
        words = words[:-1] if goes_on and blanks_deleted else words
        if begins_anew:
            paragraphs.append([f"{'>' * depth} " if depth else ""])
        paragraphs[-1].append(words)
    return "\n".join(map("".join, paragraphs))
