"""Who only carries mail: hiring systems, job boards and mail providers; and what an address tells of the employer."""

from highroad.events.details.tables import entries, word_set


def is_host_name(name: str) -> bool:
    """Whether a sender calls itself by the name of a host."""
    return name.strip(" .").lower() in entries("hosts", "names")


def is_host(domain: str) -> bool:
    """Whether mail from this domain is carried for someone else."""
    labels = domain.split(".")
    ends = {".".join(labels[-2:]), ".".join(labels[-3:])}
    return bool(word_set("hosts", "labels") & set(labels[:-1]) or word_set("hosts", "domains") & ends)


def is_webmail(domain: str) -> bool:
    """Whether anybody can have an address here."""
    return is_host(domain) and domain.split(".")[0] in word_set("hosts", "webmail")


def domain_stem(domain: str) -> str | None:
    """The employer's part of its own domain: "haldenfrey" of "mail.haldenfrey.example"; None for a host's."""
    labels = domain.lower().split(".")
    if len(labels) < 2 or is_host(domain):
        return None
    labels.pop()
    if len(labels) > 1 and labels[-1] in word_set("hosts", "second_level"):
        labels.pop()
    stem = labels[-1]
    return None if stem in word_set("hosts", "own_labels") or len(stem) < 2 else stem


def tenant(email: str) -> str | None:
    """The employer's mark in an address of its hiring system: "haldenfrey" of "haldenfrey@myworkday.com"."""
    local, _, domain = email.lower().partition("@")
    labels = domain.split(".")
    host = next((label for label in labels if label in word_set("hosts", "labels")), "")
    if host in word_set("hosts", "tenant_local"):
        mark = local.split("+")[0]
    elif host in word_set("hosts", "tenant_label") and labels[0] != host:
        mark = labels[0]
    else:
        return None
    return (
        None
        if mark in word_set("hosts", "own_labels") or not mark.replace("_", "").replace("-", "").isalnum()
        else mark
    )
