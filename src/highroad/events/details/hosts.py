"""Who only carries mail: hiring systems, job boards and mail providers; and what an address tells of the employer."""

from functools import cache

from highroad.words.content import load_toml


@cache
def _table(name: str) -> frozenset[str]:
    content = load_toml("highroad.events.details", "content/hosts.toml")[name]
    if name == "names":
        return frozenset(" ".join(entry.split()) for entry in content.split(";"))
    return frozenset(content.split())


def is_host_name(name: str) -> bool:
    """Whether a sender calls itself by the name of a host."""
    return name.strip(" .").lower() in _table("names")


def is_host(domain: str) -> bool:
    """Whether mail from this domain is carried for someone else."""
    labels = domain.split(".")
    ends = {".".join(labels[-2:]), ".".join(labels[-3:])}
    return bool(_table("labels") & set(labels[:-1]) or _table("domains") & ends)


@cache
def domain_stem(domain: str) -> str | None:
    """The employer's part of its own domain: "haldenfrey" of "mail.haldenfrey.example"; None for a host's."""
    labels = domain.lower().split(".")
    if len(labels) < 2 or is_host(domain):
        return None
    labels.pop()
    if len(labels) > 1 and labels[-1] in _table("second_level"):
        labels.pop()
    stem = labels[-1]
    return None if stem in _table("own_labels") or len(stem) < 2 else stem


def tenant(email: str) -> str | None:
    """The employer's mark in an address of its hiring system: "haldenfrey" of "haldenfrey@myworkday.com"."""
    local, _, domain = email.lower().partition("@")
    labels = domain.split(".")
    host = next((label for label in labels if label in _table("labels")), "")
    if host in _table("tenant_local"):
        mark = local.split("+")[0]
    elif host in _table("tenant_label") and labels[0] != host:
        mark = labels[0]
    else:
        return None
    return None if mark in _table("own_labels") or not mark.replace("_", "").replace("-", "").isalnum() else mark
