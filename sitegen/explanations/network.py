"""NET: on the way to a target, and what visitors get there."""

from __future__ import annotations

from sitegen.explanations.explanation import Example, Explanation
from sitegen.problems import Severity, message

EXPLANATIONS = (
    Explanation(
        code="NET-01",
        severity=Severity.ERROR,
        what=message("The target cannot be reached."),
        why=message("Nothing was sent; visitors see the site as it was."),
        example=Example("host: proekti.exmaple.bg", "host: proekti.example.bg"),
    ),
    Explanation(
        code="NET-02",
        severity=Severity.ERROR,
        what=message("The server does not prove that it is the right one."),
        why=message("Somebody in between could take the password and change what visitors read."),
        example=Example("~/.ssh/known_hosts –", "ssh-keyscan proekti.example.bg >> ~/.ssh/known_hosts"),
    ),
    Explanation(
        code="NET-03",
        severity=Severity.ERROR,
        what=message("The server does not accept user, password or key, or nobody gave the password."),
        why=message("Without them nothing can be published; they never stand in site.yaml."),
        example=Example("sitegen publish web", "SITEGEN_WEB_PASSWORD=… sitegen publish web"),
    ),
    Explanation(
        code="NET-04",
        severity=Severity.ERROR,
        what=message("The connection broke while the site was sent."),
        why=message(
            "The target keeps its promise: visitors see whole pages; the next run goes on where this one stopped."
        ),
        example=Example("sitegen publish", "sitegen publish"),
    ),
    Explanation(
        code="NET-05",
        severity=Severity.ERROR,
        what=message("There is no room left at the target."),
        why=message("The new site does not fit in; the old one stays."),
        example=Example("keep: 20", "keep: 2"),
    ),
    Explanation(
        code="NET-06",
        severity=Severity.ERROR,
        what=message("The target does not let the user write, rename or delete."),
        why=message("The new site cannot take its place; the old one stays."),
        example=Example("path: /var/www", "path: /var/www/proekti"),
    ),
    Explanation(
        code="NET-07",
        severity=Severity.ERROR,
        what=message("Somebody else is publishing to the same target."),
        why=message("Two at once would mix two sites."),
        example=Example("sitegen publish", "sitegen publish --break-lock"),
    ),
    Explanation(
        code="NET-08",
        severity=Severity.ERROR,
        what=message("Files at the target were put there or changed by others, and the site would replace them."),
        why=message("Only what sitegen wrote may go without a question; the rest could be somebody's work."),
        example=Example("sitegen publish", "sitegen publish --overwrite"),
    ),
    Explanation(
        code="NET-09",
        severity=Severity.ERROR,
        what=message("A program that the target needs is not installed."),
        why=message("rsync, ssh, git and rclone do their work better than anything that we could write instead."),
        example=Example("type: ssh", "apt install rsync openssh-client"),
    ),
    Explanation(
        code="NET-10",
        severity=Severity.ERROR,
        what=message("The target answers, and not as it should."),
        why=message("Nothing is known for certain about what stands there, so nothing was put in place."),
        example=Example("sitegen publish", "sitegen doctor"),
    ),
    Explanation(
        code="NET-11",
        severity=Severity.ERROR,
        what=message("The site was published, and no copy of it could be kept."),
        why=message("Without one, `rollback` has nothing to put back."),
        example=Example(".publications –", ".publications"),
    ),
    Explanation(
        code="NET-12",
        severity=Severity.ERROR,
        what=message("A file changed while it was published, or an earlier publication was damaged."),
        why=message("Visitors would get something that nobody has checked."),
        example=Example("sitegen build & sitegen publish", "sitegen publish"),
    ),
    Explanation(
        code="NET-13",
        severity=Severity.ERROR,
        what=message("More files would vanish than anybody removes by habit: above 20, or above 10 % of the site."),
        why=message("Mostly a folder was lost or a wrong one was named, and all visitors would notice."),
        example=Example("sitegen publish", "sitegen publish --max-deletes 40"),
    ),
    Explanation(
        code="NET-14",
        severity=Severity.ERROR,
        what=message("Visitors do not get what was published."),
        why=message("The target may be another folder than that of the address, or a cache still has the old pages."),
        example=Example("path: /var/www", "path: /var/www/proekti"),
    ),
    Explanation(
        code="NET-15",
        severity=Severity.ERROR,
        what=message("There is no such earlier publication."),
        why=message("Only the last ones are kept; `keep` says how many."),
        example=Example("sitegen rollback --to 2025", "sitegen rollback --list"),
    ),
    Explanation(
        code="NET-16",
        severity=Severity.WARNING,
        what=message("A link leads to a page of another site that is not there any more."),
        why=message("Only `check --external` asks other sites; build and publish never do."),
        example=Example("[Програма](https://example.org/old)", "[Програма](https://example.org/new)"),
    ),
    Explanation(
        code="NET-17",
        severity=Severity.INFO,
        what=message("A page of another site that is linked to has moved for ever."),
        why=message("Redirects of other sites end one day; today the new address is still known."),
        example=Example("[Програма](http://example.org)", "[Програма](https://example.org/)"),
    ),
    Explanation(
        code="NET-18",
        severity=Severity.INFO,
        what=message("Another site that is linked to does not answer."),
        why=message("It may be out of order today, or gone; a person should look."),
        example=Example("[Програма](https://gone.example)", "[Програма](https://example.org)"),
    ),
)
