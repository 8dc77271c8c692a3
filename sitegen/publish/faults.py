"""Faults: what can go wrong on the way to a target, as complaints with advice: a function a code."""

from __future__ import annotations

from datetime import datetime

from sitegen.problems import Message, Mistake, message

NO_ROOM = "NET-05"
AGAIN = message("Publish again: what has arrived is not sent twice.")


def unreachable(target: str, where: str, reason: str) -> Mistake:
    """NET-01: name, address or port does not answer."""
    return Mistake(
        "NET-01",
        message(
            "the target '{target}' cannot be reached at {where}: {reason}", target=target, where=where, reason=reason
        ),
        message("Check the network, the host and the port in site.yaml; visitors see the site as it was."),
    )


def unknown_host(target: str, where: str, reason: str) -> Mistake:
    """NET-02: host key or certificate is unknown or another one than before."""
    return Mistake(
        "NET-02",
        message(
            "{where} does not prove that it is the server of '{target}': {reason}",
            target=target,
            where=where,
            reason=reason,
        ),
        message("Ask the hoster for the fingerprint of its key; publish only when it is the same."),
    )


def untrusted(target: str, where: str, reason: str) -> Mistake:
    """NET-02: nobody whom this machine believes vouches for the certificate."""
    return Mistake(
        "NET-02",
        message(
            "{where} does not prove that it is the server of '{target}': {reason}",
            target=target,
            where=where,
            reason=reason,
        ),
        message("Write the host as the certificate has it; for one that the hoster made himself, name it as ca_file."),
    )


def unencrypted(target: str, where: str, reason: str) -> Mistake:
    """NET-10: the server knows no TLS; password and pages would be open to everybody on the way."""
    return Mistake(
        "NET-10",
        message("{where} offers '{target}' no encryption: {reason}", where=where, target=target, reason=reason),
        message("Nothing was sent, no password either. Ask the hoster for FTPS or SFTP, or try implicit: yes."),
    )


def refused(target: str, where: str, reason: str) -> Mistake:
    """NET-03: the server does not accept user, password or key."""
    return Mistake(
        "NET-03",
        message("{where} does not let '{target}' in: {reason}", target=target, where=where, reason=reason),
        message("Check the user in site.yaml, and the key or the password that you use."),
    )


def cut(target: str, reason: str) -> Mistake:
    """NET-04: the connection broke on the way."""
    return Mistake(
        "NET-04", message("the connection to '{target}' broke: {reason}", target=target, reason=reason), AGAIN
    )


def full(target: str, reason: str) -> Mistake:
    """NET-05: no room at the target."""
    return Mistake(
        NO_ROOM,
        message("the target '{target}' has no room left: {reason}", target=target, reason=reason),
        message("Free space there, or keep fewer publications (keep: 2), and publish again."),
    )


def forbidden(target: str, path: str, reason: str) -> Mistake:
    """NET-06: the target does not allow to write, rename or delete there."""
    return Mistake(
        "NET-06",
        message("'{path}' cannot be written at '{target}': {reason}", path=path, target=target, reason=reason),
        message("Give the user the right to write there, or correct the path in site.yaml."),
    )


def locked(target: str, by: str, since: datetime) -> Mistake:
    """NET-07: somebody else publishes there."""
    moment = since.isoformat(sep=" ", timespec="minutes")
    return Mistake(
        "NET-07",
        message("{by} publishes to '{target}' since {moment}", by=by, target=target, moment=moment),
        message("Wait until that is done. If it was broken off for certain, add --break-lock."),
    )


def foreign(target: str, files: str, count: int) -> Mistake:
    """NET-08: files there were changed by others, or were there before us; they would be overwritten."""
    return Mistake(
        "NET-08",
        message(
            "files at '{target}' that sitegen did not write would be replaced ({count}): {files}",
            target=target,
            count=count,
            files=files,
        ),
        message("Look at them; --overwrite replaces them."),
    )


def no_tool(target: str, tool: str) -> Mistake:
    """NET-09: a program that the target needs is not installed, here or there."""
    return Mistake(
        "NET-09",
        message("'{target}' needs the program {tool}, and it is not there", target=target, tool=tool),
        message("Install it, or choose another type of target."),
    )


def failed(target: str, reason: str | Message) -> Mistake:
    """NET-10: the target answers, and not as it should."""
    return Mistake(
        "NET-10",
        message("publishing to '{target}' failed: {reason}", target=target, reason=reason),
        message("Remove the cause and publish again."),
    )


def changed(target: str, path: str) -> Mistake:
    """NET-12: a file changed while it was being published, or an earlier publication was damaged."""
    return Mistake(
        "NET-12",
        message("'{path}' is not the file any more that was to be published to '{target}'", path=path, target=target),
        message("Publish again, and let nothing else write there meanwhile."),
    )


def too_many_removed(target: str, count: int, standing: int) -> Mistake:
    """NET-13: so many files would vanish that it may be a mistake."""
    return Mistake(
        "NET-13",
        message(
            "{count} of the {standing} files at '{target}' would be removed",
            count=count,
            standing=standing,
            target=target,
        ),
        message("If that is right, add --max-deletes {count}.", count=count),
    )


def not_the_same(address: str, reason: str | Message, more: int) -> Mistake:
    """NET-14: what visitors get is not what was sent."""
    return Mistake(
        "NET-14",
        message(
            "{address} does not give visitors what was published: {reason}; other such files: {more}",
            address=address,
            reason=reason,
            more=more,
        ),
        message("Check that the target is the folder of this address; caches may need some minutes: --verify 600."),
    )


def nothing_to_restore(target: str, number: str) -> Mistake:
    """NET-15: there is no such earlier publication."""
    complaint = message("there is no earlier publication of '{target}' to put back", target=target)
    if number:
        complaint = message("'{target}' has no publication {number}", target=target, number=number)
    return Mistake("NET-15", complaint, message("`rollback --list` shows those that there are."))


def not_kept(target: str, reason: str) -> Mistake:
    """NET-11: the site was published, and cannot be put back later."""
    return Mistake(
        "NET-11",
        message(
            "the site stands at '{target}', but no copy could be kept in .publications: {reason}",
            target=target,
            reason=reason,
        ),
        message("Free space on this machine and publish again, so that `rollback` has something to put back."),
    )
