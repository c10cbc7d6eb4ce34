"""One thought record: what went through the mind, how true it feels, and a fairer version."""

from dataclasses import dataclass

BELIEFS = range(11)  # 0 not at all, 10 completely


@dataclass(frozen=True, slots=True)
class ThoughtRecord:
    """One thought, looked at. Everything after the thought may still be missing; that is no fault."""

    thought: str
    belief_before: int | None = None
    speaks_for: str = ""
    speaks_against: str = ""
    to_a_friend: str = ""
    fairer: str = ""
    belief_after: int | None = None


def amiss(record: ThoughtRecord) -> tuple[str, ...]:
    """What would keep the record from making sense, as keys of sentences in the content; empty when all is well."""
    checks = {
        "no_thought": not record.thought.strip(),
        "belief_out_of_range": any(
            belief is not None and belief not in BELIEFS for belief in (record.belief_before, record.belief_after)
        ),
        "fairer_is_the_same": bool(record.fairer.strip()) and _plain(record.fairer) == _plain(record.thought),
        "after_without_fairer": record.belief_after is not None and not (record.fairer or record.to_a_friend).strip(),
    }
    return tuple(key for key, is_amiss in checks.items() if is_amiss)


def change(record: ThoughtRecord) -> int | None:
    """By how much belief in the thought fell; None until both were given. Rising or staying is no failure."""
    if record.belief_before is None or record.belief_after is None:
        return None
    return record.belief_before - record.belief_after


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?")
