"""A board is asked once, only where it was allowed, and can neither hold us up, flood us, nor lead us inside."""

import gzip
import socket
import zlib
from dataclasses import replace
from time import monotonic

import pytest

from highroad.edges.boards import AGENT, Kept, Line, NotRead, Trouble, ask, is_public
from highroad.steps.keep_going.openings.feed import NeverRead, NoFeed, System, feed_of
from highroad.steps.keep_going.openings.systems import read_feed
from tests.servers.boards import CANARY, HERE, Door, canary, line_to

BOARDS = {
    System.GREENHOUSE: "https://boards.greenhouse.io/haldenfrey",
    System.LEVER: "https://jobs.lever.co/haldenfrey",
    System.ASHBY: "https://jobs.ashbyhq.com/haldenfrey/",
    System.WORKABLE: "https://apply.workable.com/haldenfrey/",
    System.RECRUITEE: "https://haldenfrey.recruitee.com/",
    System.PERSONIO: "https://haldenfrey.jobs.personio.de/job/1200345",
    System.TEAMTAILOR: "https://haldenfrey.teamtailor.com/jobs",
    System.PAGE: "https://careers.haldenfrey.example/jobs/17",
}
HOST = "careers.haldenfrey.example"
PAGE = f"{HOST}/jobs/17"
ADDRESS = f"https://{PAGE}"

# Hosts that lead to this computer or into a network, in every way of writing one.
INSIDE = [
    *(
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0177.0.0.1",
        "127.000.000.001",
    ),
    *("0", "0.0.0.0", "0x0", "127.127.127.127", "localhost", "LOCALHOST", "localhost.", "localhost.localdomain"),
    *("10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1.254", "169.254.169.254"),
    *(
        "169.254.0.1",
        "100.64.0.1",
        "198.18.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
    ),
    *("240.0.0.1", "0xa9fea9fe", "2852039166", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376"),
    *("[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[fe80::1]"),
    *("[fe80::1%25eth0]", "[fc00::1]", "[fd00::1]", "[ff02::1]", "[64:ff9b::7f00:1]", "[64:ff9b::127.0.0.1]"),
    *("[2002:7f00:1::]", "[2001:db8::1]", "[2001:0:7f00:1::]", "[::127.0.0.1]", "[100::1]"),
    *("[fec0::1]", "[3fff::1]", "192.0.0.9", "192.88.99.1"),
    *(
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "１２７.０.０.１",
        "ⓛocalhost",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
        "127.0.0.1%00.example",
    ),
]
# The same through what an address can be made of.
TWISTED = [
    "https://careers.example@127.0.0.1/",
    "https://127.0.0.1@careers.example:1/",
    "https://careers.example\\@127.0.0.1/",
    "https://careers.example#@127.0.0.1/",
    "https://careers.example:{port}/",
    "https://careers.example:22/",
    "http://127.0.0.1:{port}/",
    "https:127.0.0.1",
    "https:///127.0.0.1/",
    "//127.0.0.1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_x",
    "ftp://127.0.0.1/",
    "data:text/html,x",
    "https://127.0.0.1:{port}\r\nHost: careers.example/",
    "https://careers.example/\r\nX-Made-Up: 1",
]


@pytest.fixture
def line(told, papers) -> Line:
    return line_to(told, papers)


def trouble(address: str = ADDRESS, *, line: Line, hosts: tuple[str, ...] = (HOST,)) -> Trouble:
    with pytest.raises(NotRead) as refusal:
        ask(address, hosts=hosts, line=line)
    return refusal.value.why


@pytest.mark.parametrize("system", System)
def test_every_system_is_found_asked_and_read(told, line, system):
    feed = feed_of(BOARDS[system])

    answer = ask(feed.address, hosts=feed.hosts, line=line)

    assert feed.system is system
    assert answer.text is not None
    assert read_feed(system, answer.text, address=feed.address).postings[0].role.startswith("Data Analyst")
    assert {one.partition("/")[0] for one in told.asked} <= set(feed.hosts)


def test_what_has_not_changed_is_not_sent_again(told, line):
    first = ask(ADDRESS, hosts=(HOST,), line=line)
    second = ask(ADDRESS, hosts=(HOST,), kept=first.kept, line=line)

    assert first.kept.etag
    assert second.text is None and second.kept == first.kept


def test_it_says_who_asks_and_brings_nothing_of_the_user(told, line):
    ask(ADDRESS, hosts=(HOST,), line=line)

    assert all(one["User-Agent"] == AGENT for one in told.headers)
    assert set(told.headers[-1]) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: HighRoad\nDisallow: /jobs/",
        "User-agent: *\nAllow: /\nDisallow: /*/17$",
    ],
)
def test_robots_txt_is_obeyed_before_anything_is_asked(told, line, robots):
    told.robots[HOST] = robots

    assert trouble(line=line) is Trouble.ROBOTS
    assert told.pages_asked() == []


@pytest.mark.parametrize(
    "robots",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: Other\nDisallow: /",
        "User-agent: *\nDisallow: /\nAllow: /jobs/",
        "<html>",
    ],
)
def test_what_robots_txt_allows_is_read(told, line, robots):
    told.robots[HOST] = robots

    assert ask(ADDRESS, hosts=(HOST,), line=line).text


def test_robots_txt_that_cannot_be_read_forbids(told, line):
    told.acts[f"{HOST}/robots.txt"] = lambda door: door.send(503, b"")

    assert trouble(line=line) is Trouble.ROBOTS
    assert told.pages_asked() == []


@pytest.mark.parametrize(
    ("code", "why"),
    [(404, "gone"), (410, "gone"), (401, "refused"), (403, "refused"), (429, "wait"), (503, "wait"), (500, "failed")],
)
def test_a_refusal_is_told_apart(told, line, code, why):
    told.acts[PAGE] = lambda door: door.send(code, b"No.")

    assert trouble(line=line) == why


@pytest.mark.parametrize(("said", "minutes"), [("120", 3), ("99999999", 1440), ("soon", 61), ("", 61), ("-5", 61)])
def test_a_board_that_asks_to_wait_says_for_how_long(told, line, said, minutes):
    told.acts[PAGE] = lambda door: door.send(429, b"", Retry_After=said)

    with pytest.raises(NotRead) as refusal:
        ask(ADDRESS, hosts=(HOST,), line=line)

    assert refusal.value.minutes == minutes


def drip(door: Door) -> None:
    """One byte now and then, for ever."""
    door.send_response(200)
    door.end_headers()
    try:
        while not door.told.ends.wait(0.05):
            door.wfile.write(b" ")
            door.wfile.flush()
    except OSError:
        return


def drip_headers(door: Door) -> None:
    """A header that never ends."""
    try:
        door.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not door.told.ends.wait(0.05):
            door.wfile.write(b"a")
            door.wfile.flush()
    except OSError:
        return


def say_nothing(door: Door) -> None:
    door.told.ends.wait(20)


@pytest.mark.parametrize("slow", [drip, drip_headers, say_nothing])
def test_a_slow_board_is_left_in_time(told, line, slow):
    told.acts[PAGE] = slow
    began = monotonic()

    assert trouble(line=replace(line, seconds=0.6)) is Trouble.TOO_SLOW
    assert monotonic() - began < 15  # 0.7 on a machine with nothing else to do; without an end they take 20 or for ever


def huge(door: Door) -> None:
    door.send(200, b"x" * 300_000)


def huge_unannounced(door: Door) -> None:
    door.send_response(200)
    door.send_header("Connection", "close")
    door.end_headers()
    try:
        for _ in range(100_000):
            door.wfile.write(b"x" * 10_000)
    except OSError:
        return


def bomb(door: Door) -> None:
    """A thousand times as large once it is unpacked."""
    door.send(200, gzip.compress(b"0" * 40_000_000), Content_Encoding="gzip")


@pytest.mark.parametrize("large", [huge, huge_unannounced, bomb])
def test_a_huge_answer_is_not_taken(told, line, large):
    told.acts[PAGE] = large

    assert trouble(line=replace(line, largest=100_000)) is Trouble.TOO_BIG


def half(door: Door) -> None:
    door.send(200, b"half", Content_Length="4000", Connection="close")


def half_packed(door: Door) -> None:
    door.send(200, gzip.compress(b"words" * 100)[:20], Content_Encoding="gzip")


def not_packed(door: Door) -> None:
    door.send(200, b"plain", Content_Encoding="gzip")


def twice(door: Door) -> None:
    door.send(200, zlib.compress(b"x"), Content_Encoding="gzip")


@pytest.mark.parametrize("broken", [half, half_packed, not_packed, twice])
def test_a_broken_answer_is_none(told, line, broken):
    told.acts[PAGE] = broken

    assert trouble(line=replace(line, seconds=1.5)) in (Trouble.BROKEN, Trouble.TOO_SLOW)


def sent_inside(door: Door) -> None:
    door.send(302, b"", Location="https://inside.example/")


BADLY = [(drip, "too_slow"), (huge_unannounced, "too_big"), (half_packed, "broken"), (sent_inside, "elsewhere")]


@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize(("badly", "why"), BADLY, ids=[why for _, why in BADLY])
def test_every_system_may_answer_badly_where_its_postings_lie(told, line, system, badly, why):
    feed = feed_of(BOARDS[system])
    ask(feed.address, hosts=feed.hosts, line=line)
    told.acts[told.asked[-1]] = badly  # behind the redirect, where a system sends on

    patience = 0.6 if badly is drip else 5.0
    assert trouble(feed.address, line=replace(line, seconds=patience, largest=100_000), hosts=feed.hosts) == why


def test_a_board_that_hangs_up_or_speaks_nonsense_is_out_of_reach(told, line):
    told.acts[PAGE] = lambda door: door.wfile.write(b"\0\xff nonsense\r\n\r\n") and None

    assert trouble(line=replace(line, seconds=2)) in (Trouble.UNREACHABLE, Trouble.TOO_SLOW)


def test_a_server_without_the_right_papers_is_not_believed(told, papers):
    strict = line_to(told, papers)
    papers.trusted.check_hostname = True  # the certificate is for another name

    assert trouble(line=strict) is Trouble.UNREACHABLE
    assert told.asked == []


@pytest.mark.parametrize("host", INSIDE)
def test_no_way_of_writing_an_inside_address_is_connected_to(host):
    """Neither as what a user pastes nor as what a feed would be asked at, with the real look-up and the real rule."""
    with canary() as (port, reached):
        line = Line(resolve=without_asking, port=port, seconds=2)
        for address in (f"https://{host}/", f"https://{host}/jobs/17"):
            with pytest.raises((NoFeed, NotRead)):
                ask(feed_of(address).address, hosts=feed_of(address).hosts, line=line)
            with pytest.raises(NotRead):
                ask(address, hosts=(host.strip("[]"), host.lower()), line=line)

        assert reached == []


@pytest.mark.parametrize("address", TWISTED)
def test_no_twisted_address_is_connected_to(address):
    with canary() as (port, reached):
        line = Line(resolve=lambda _: [HERE], port=port, seconds=2)
        for use in (feed_asked, asked_as_it_is):
            with pytest.raises((NoFeed, NotRead)):
                use(address.format(port=port), line)

        assert reached == []


def without_asking(host: str) -> list[str]:
    """The real look-up of what needs nobody outside to be asked."""
    name = "127.0.0.1" if host.lower().rstrip(".") in ("localhost", "localhost.localdomain") else host
    found = socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    return [str(one[4][0]) for one in found]


def feed_asked(address: str, line: Line) -> None:
    feed = feed_of(address)
    ask(feed.address, hosts=feed.hosts, line=line)


def asked_as_it_is(address: str, line: Line) -> None:
    ask(address, hosts=("careers.example", "127.0.0.1"), line=line)


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["10.0.0.1"], ["::1"], ["93.184.215.14", "::ffff:127.0.0.1"], []],
    ids=str,
)
def test_a_name_that_leads_inside_is_refused_whatever_else_it_leads_to(found):
    with canary() as (port, reached):
        line = Line(resolve=lambda _: found, port=port, seconds=2)

        assert trouble(line=line) is Trouble.INSIDE
        assert reached == []


def test_a_name_is_looked_up_once_for_each_connection(told, papers):
    """A name that leads to the server first and inside the second time never gets its second time unseen."""
    answers = iter([[HERE], [CANARY]])
    with canary(told.port) as (_, reached):
        line = line_to(told, papers, resolve=lambda _: next(answers))

        assert trouble(line=line) is Trouble.INSIDE  # the look-up for the page, after that for robots.txt
        assert reached == []


@pytest.mark.parametrize(
    "to",
    [
        "https://127.0.0.2/",
        "https://inside.example/",
        "http://careers.haldenfrey.example/jobs/17",
        "https://careers.haldenfrey.example:8443/",
        "https://x@careers.haldenfrey.example/",
        "file:///etc/passwd",
        "//inside.example/",
        "https://[::1",
        "",
    ],
)
def test_nobody_is_led_to_a_host_that_was_not_allowed(told, line, to):
    told.acts[PAGE] = lambda door: door.send(302, b"", Location=to)
    with canary(told.port) as (_, reached):
        assert trouble(line=line) is Trouble.ELSEWHERE
        assert reached == []
    assert {one.partition("/")[0] for one in told.asked} == {HOST}


def test_an_allowed_host_that_leads_inside_is_refused_after_the_redirect_too(told, papers):
    told.acts[PAGE] = lambda door: door.send(302, b"", Location="https://inside.example/")
    leads = {HOST: [HERE], "inside.example": [CANARY]}
    with canary(told.port) as (_, reached):
        line = line_to(told, papers, resolve=leads.__getitem__)

        assert trouble(line=line, hosts=(HOST, "inside.example")) is Trouble.INSIDE
        assert reached == []


def test_sending_on_and_on_ends(told, line):
    told.acts[PAGE] = lambda door: door.send(302, b"", Location="/jobs/17")

    assert trouble(line=line) is Trouble.ELSEWHERE
    assert len(told.pages_asked()) == 4


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111"])
def test_the_open_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "fec0::1",
        "feff::1%eth0",
        "3fff::1",
        "192.0.0.9",
        "192.88.99.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "::ffff:10.0.0.1",
    ],
)
def test_what_only_looks_like_the_open_internet_is_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/jobs/view/1",
        "https://de.indeed.com/viewjob?jk=1",
        "indeed.co.uk/x",
        "www.glassdoor.de/x",
    ],
)
def test_sites_that_forbid_it_are_never_read(address):
    with pytest.raises(NeverRead):
        feed_of(address)


def test_an_odd_tag_is_not_kept(told, line):
    told.acts[PAGE] = lambda door: door.send(200, b"x", ETag='"' + "a" * 400 + '"')

    assert ask(ADDRESS, hosts=(HOST,), line=line).kept == Kept()


def test_there_are_at_least_sixty_ways_inside():
    assert len(set(INSIDE)) + len(TWISTED) >= 75
