"""The map in src/highroad/README.md names every room, in the order of the story, with the room's own caption."""

import re

from tests.house.tree import PACKAGE, contracts, rooms

LINE = re.compile(r"^- `([a-z_/.]+)`: (.+)$", re.MULTILINE)


def test_the_map_shows_every_room_with_its_own_caption():
    assert dict(the_map()) == rooms()


def test_the_map_begins_with_flow_and_follows_the_story():
    shown = [name.rstrip("/").removesuffix(".py") for name, _ in the_map()]

    story = [name.strip() for layer in contracts()["layers"]["layers"] for name in layer.split("|")]
    assert [name for name in shown if "/" not in name] == [
        "flow",
        *(name for name in reversed(story) if name != "flow"),
    ]


def the_map() -> list[tuple[str, str]]:
    return LINE.findall((PACKAGE / "README.md").read_text(encoding="utf-8"))
