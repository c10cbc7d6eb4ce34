"""A text on its way, killed -9 at every step: it never reaches anyone twice, and is never lost in silence."""

import shutil
from functools import cache

import pytest

from tests.edges.mail_server import Told, mail_server
from tests.stories.outbox_runs import BY_CHANCE, DUE, POINTS, End, Worker, asked, end_of, killed_at, prepared

BEFORE_THE_TEXT = ("connect", "ehlo", "auth", "mail", "rcpt", "secret", "claimed")
AFTER_THE_ANSWER = ("between", "look", "before the copy", "after the copy", "sent", "recorded")


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    """The program, told what to do."""
    made = Worker(tmp_path_factory.mktemp("worker") / "data")
    yield made
    made.close()


@pytest.fixture(scope="module")
def template(worker, tmp_path_factory):
    """A record in which one reply is due."""
    return prepared(worker, tmp_path_factory.mktemp("template") / "record")


@pytest.fixture(scope="module")
def end_at(worker, template, tmp_path_factory):
    """What became of a text that was killed at this point; made once for all that is asked of it."""
    return cache(lambda point: killed_at(point, worker, template, tmp_path_factory.mktemp("killed") / "record"))


def test_left_alone_it_arrives_once_at_its_hour_and_joins_the_record(worker, template, tmp_path):
    folder, told = shutil.copytree(template, tmp_path / "record"), Told()
    with mail_server(told) as port:
        too_early = [worker.run(folder, port=port, later=later) for later in (0, 590)]
        arrived_early = len(told.taken)
        in_time = [worker.run(folder, port=port, later=later) for later in (DUE, DUE + 1)]

    assert (too_early, arrived_early, in_time) == ([0, 0], 0, [0, 0])
    assert end_of(folder, told, killed=False) == End("sent", arrived=1, copies=1, killed=False, recorded=1)


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_point_it_reaches_them_once_or_the_user_is_asked(end_at, point):
    end = end_at(point)

    assert end.killed or point in BY_CHANCE
    assert end.arrived <= 1
    assert end.copies <= 1
    assert not end.is_lost
    assert end.recorded == (end.state == "sent")


@pytest.mark.parametrize("point", BEFORE_THE_TEXT)
def test_killed_before_a_byte_of_it_left_it_leaves_later(end_at, point):
    end = end_at(point)

    assert (end.state, end.arrived) == ("sent", 1)


def test_killed_while_it_left_it_is_never_sent_again_by_itself(end_at):
    end = end_at("dot")

    assert end.state == "unknown"


@pytest.mark.parametrize("point", AFTER_THE_ANSWER)
def test_killed_after_it_left_it_is_known_to_have_left(end_at, point):
    end = end_at(point)

    assert (end.state, end.arrived, end.copies) == ("sent", 1, 1)


def test_an_unsure_one_that_stands_in_the_sent_folder_has_left(worker, template, tmp_path):
    def file_and_kill(folder, kill):
        [(message_id,)] = asked(folder, "SELECT message_id FROM highroad_outgoingrow")
        (folder / "sent-folder").write_text(f"Message-ID: <{message_id}>\n")
        kill()

    end = killed_at("dot", worker, template, tmp_path / "record", act=file_and_kill)

    assert end == End("sent", arrived=1, copies=1, killed=True, recorded=1)


def test_two_programs_at_once_send_it_once(worker, template, tmp_path, tmp_path_factory):
    folder, told = shutil.copytree(template, tmp_path / "record"), Told()
    other = Worker(tmp_path_factory.mktemp("other") / "data")
    with mail_server(told) as port:
        for one in (worker, other):
            one.start(folder, port=port)
        ends = [one.ended() for one in (worker, other)]
    other.close()

    assert ends == [0, 0]
    assert end_of(folder, told, killed=False) == End("sent", arrived=1, copies=1, killed=False, recorded=1)
