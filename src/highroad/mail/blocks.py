"""The lines of a calendar part, in the blocks they stand in; blocks that never end, or end twice, are borne."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LONGEST = 60_000
_DEEPEST = 8
_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"([A-Z-]{3,20})((?:;[^:\n\"]{0,200}(?:\"[^\"\n]{0,200}\"[^:\n\"]{0,200}){0,6})?):(.{0,6000})", re.IGNORECASE
)
_PARAMETER = re.compile(r";([A-Z-]+)=(\"[^\"]*\"|[^;]*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name and those of its parameters in capitals."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as words: with its commas and line ends."""
        return _ESCAPED.sub(lambda mark: "\n" if mark[1] in "nN" else mark[1], self.value)


@dataclass(slots=True)
class Block:
    """What stands between a BEGIN and its END: "VEVENT", "VTIMEZONE"."""

    name: str
    lines: list[Line] = field(default_factory=list)
    inner: list["Block"] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """Its first line of that name."""
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """The value of that line in capitals, or nothing."""
        line = self.first(name)
        return line.value.strip().upper() if line else ""

    def every(self, name: str) -> Iterator["Block"]:
        """The blocks of that name inside it, at any depth."""
        for block in self.inner:
            if block.name == name:
                yield block
            yield from block.every(name)


def read_blocks(text: str) -> Block:
    """The whole part as one block without a name."""
    open_blocks = [Block("")]
    for written in _FOLD.sub("", text[:_LONGEST]).splitlines():
        match = _LINE.match(written)
        if match is None:
            continue
        name, value = match[1].upper(), match[3].strip()
        if name == "BEGIN" and len(open_blocks) <= _DEEPEST:
            block = Block(value.upper())
            open_blocks[-1].inner.append(block)
            open_blocks.append(block)
        elif name == "END" and open_blocks[-1].name == value.upper() and len(open_blocks) > 1:
            open_blocks.pop()
        elif name not in ("BEGIN", "END"):
            parameters = {key.upper(): said.strip('"') for key, said in _PARAMETER.findall(match[2])}
            open_blocks[-1].lines.append(Line(name, parameters, value))
    return open_blocks[0]
