"""A mail is read the same in every process: two that share the work, and one that goes on after a kill."""

import os
import subprocess
import sys

import pytest

ADDED = """
from highroad.events.details.weighing import ALWAYS, weighed
signs = [f"sign {number}" for number in range(200)]
worth = {ALWAYS: {"one": 0.0}} | {sign: {"one": number / 7} for number, sign in enumerate(signs)}
print(repr(weighed(set(signs), worth)))
"""
CHOSEN = """
from highroad.events.details.clues import Candidate
from highroad.events.details.ranker import chosen
for trial in range(40):
    clues = {f"{trial} a": 0.1, f"{trial} b": 0.2, f"{trial} c": 0.3, "d": 0.6}
    print(chosen({"alone": Candidate(clues={"d"}), "three": Candidate(clues=clues.keys() - {"d"})}, clues))
"""
READ = """
from bench.mailbox import mails
from highroad.events.recognise import read
from highroad.mail.parse import parse
for raw, _ in mails(100, share=0.5, size=0.1):
    print(read(parse(raw)))
"""


@pytest.mark.parametrize("program", [ADDED, CHOSEN, READ], ids=["added", "chosen", "read"])
def test_the_order_of_a_set_changes_nothing(program: str) -> None:
    assert len({printed(program, hash_seed) for hash_seed in "123"}) == 1


def printed(program: str, hash_seed: str) -> str:
    """What it prints where sets of words keep an order of their own, as in each process they do."""
    seeded = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(
        [sys.executable, "-c", program], env=seeded, capture_output=True, text=True, check=True, timeout=120
    ).stdout
