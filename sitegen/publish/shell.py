"""Shell: what a server does for us, as scripts for any POSIX shell, whoever made it (GNU, BusyBox, BSD).

They are the steps of `releases.py`, with the same folders and names, done where we can only send commands. What a name
holds is always quoted; paths of the site come in lists, one a line.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from sitegen.publish.manifest import OURS
from sitegen.publish.releases import FIRST

GROUND = r"""
set -eu
umask 022
case $place in */*) up=${place%/*} ;; *) up=. ;; esac
up=${up:-/}
name=${place##*/}
store=$up/.$name.sitegen
number() { sed -n 's/^"number": "\([0-9]*T[0-9]*Z-[0-9a-f]*\)",*$/\1/p' "$1/OURS/manifest.json" 2>/dev/null || :; }
is_there() { [ -e "$1" ] || [ -L "$1" ]; }
""".replace("OURS", OURS)
"""Goes before every script; `place` is set by `script`."""

LOOK = r"""
echo "$mark manifest"
cat "$place/OURS/manifest.json" 2>/dev/null || :
echo
echo "$mark files"
if [ -d "$place" ]; then
    cd "$place/."
    if command -v sha256sum >/dev/null; then
        find . -path ./OURS -prune -o -type f -exec sha256sum {} +
    elif command -v shasum >/dev/null; then
        find . -path ./OURS -prune -o -type f -exec shasum -a 256 {} +
    else
        find . -path ./OURS -prune -o -type f -exec sh -c 'for f; do echo "$(wc -c <"$f") $f"; done' - {} +
    fi
    echo "$mark others"
    find . -path ./OURS -prune -o ! -type f ! -type d -print
fi
""".replace("OURS", OURS)
"""Prints the manifest, digests (or sizes) and names of files, names of what is no file."""

UNLOCK = r"""
if grep -qF "$token" "$store/lock.json" 2>/dev/null; then rm -f "$store/lock.json"; fi
"""

SETTLE = r"""
put_away() {
    is_there "$1" || return 0
    filed=$(number "$1")
    filed=$store/releases/${filed:-FIRST}
    if is_there "$filed"; then rm -rf "$1"; else mv "$1" "$filed"; fi
}
settle() {
    put_away "$store/aside"
    put_away "$store/new"
    [ -L "$place" ] || rm -rf "$store/releases/$1"
    rm -rf "$store/doomed"
    rm -f "$store/switching"
}
""".replace("FIRST", FIRST)

RECOVER = (
    SETTLE
    + r"""
if [ -d "$store/aside" ] && ! is_there "$place"; then mv "$store/aside" "$place"; fi
if [ -f "$store/switching" ]; then
    new=$(cat "$store/switching")
    if [ -n "$new" ] && [ "$(number "$place")" = "$new" ]; then
        settle "$new"
    else
        if is_there "$store/doomed"; then
            rm -rf "$store/releases/$new"
            mv "$store/doomed" "$store/releases/$new"
        elif ! is_there "$store/new" && [ -n "$new" ] && is_there "$store/releases/$new"; then
            mv "$store/releases/$new" "$store/new"
        fi
        rm -f "$store/switching"
    fi
fi
"""
)
"""Finishes or takes back what a cut left between two steps."""

LOCK = (
    r"""
mkdir -p "$store/releases"
case $broken in
    '') ;;
    any) rm -f "$store/lock.json" ;;
    *) if grep -qF "$broken" "$store/lock.json" 2>/dev/null; then rm -f "$store/lock.json"; fi ;;
esac
(set -C; printf %s "$lock" >"$store/lock.json") 2>/dev/null || :
cat "$store/lock.json"
grep -qF "$token" "$store/lock.json" || exit 0
"""
    + RECOVER
)
"""Takes the lock, from the holder of the token `broken` too (`any`: from whom ever it is); prints who has it then."""

CARRY = r"""
carry() {
    while IFS= read -r path; do
        is_there "$store/new/$path" && continue
        case $path in */*) mkdir -p "$store/new/${path%/*}" ;; esac
        ln -P "$place/$path" "$store/new/$path" 2>/dev/null || cp -pP "$place/$path" "$store/new/$path"
    done
}
empty_folders() {
    [ -d "$place" ] || return 0
    (cd "$place/." && find . -path ./OURS -prune -o -type d -empty -print 2>/dev/null || :) |
        while IFS= read -r path; do mkdir -p "$store/new/$path"; done
}
intact() {
    command -v sha256sum >/dev/null || return 0
    (cd "$store/new" && sha256sum -c - >/dev/null 2>"$store/damage") || { echo "sitegen: damaged" >&2; exit 9; }
    rm -f "$store/damage"
}
""".replace("OURS", OURS)
"""Files of others and of pages that are still open come along; what arrived is what was sent."""

SWITCH = (
    SETTLE
    + r"""
exchange() {
    mv --exchange --no-copy -T "$1" "$2" 2>/dev/null && return
    python3 -c '
import ctypes, os, sys
system = ctypes.CDLL(None)
one, other = map(os.fsencode, sys.argv[1:])
if sys.platform == "darwin":
    sys.exit(system.renamex_np(one, other, 2) != 0)
sys.exit(system.renameat2(-100, one, -100, other, 2) != 0)
' "$1" "$2" 2>/dev/null && return
    case $(uname -s)-$(uname -m) in
        Linux-x86_64) call=316 ;;
        Linux-aarch64 | Linux-riscv64) call=276 ;;
        *) return 1 ;;
    esac
    perl -e 'exit(syscall(shift() + 0, -100, $ARGV[0], -100, $ARGV[1], 2) == 0 ? 0 : 1)' $call "$1" "$2" 2>/dev/null
}
printf %s "$new" >"$store/switching"
sync
if [ -L "$place" ]; then
    before=$(cd "$place/." && pwd -P)
    if is_there "$store/releases/$new"; then mv "$store/releases/$new" "$store/doomed"; fi
    mv "$store/new" "$store/releases/$new"
    rm -f "$store/link"
    ln -s ".$name.sitegen/releases/$new" "$store/link"
    mv -fT "$store/link" "$place" 2>/dev/null || mv -fh "$store/link" "$place"
    case $before in
        "$(cd "$store/releases" && pwd -P)"/*) ;;
        *) is_there "$store/releases/FIRST" || ln -s "$before" "$store/releases/FIRST" ;;
    esac
elif ! is_there "$place"; then
    mv "$store/new" "$place"
elif ! exchange "$store/new" "$place"; then
    mv "$place" "$store/aside"
    mv "$store/new" "$place" || { mv "$store/aside" "$place"; exit 8; }
fi
settle "$new"
""".replace("FIRST", FIRST)
)
"""Puts the new tree in place, as `Releases.switch` does; where no program can exchange two folders, by two renames."""

FORGET = r"""
{
    number "$place"
    for tree in "$store"/releases/*; do number "$tree"; done
} | sort -ru | tail -n "+$((keep + 1))" | while IFS= read -r old; do
    if [ "$(number "$place")" != "$old" ]; then rm -rf "$store/releases/$old"; fi
done
"""
"""Deletes all but the newest releases; the one that stands counts and stays."""

EARLIER = r"""
for tree in "$place" "$store"/releases/*; do
    if [ -f "$tree/OURS/manifest.json" ]; then
        echo "$mark manifest"
        cat "$tree/OURS/manifest.json"
        echo
    fi
done
""".replace("OURS", OURS)
"""Prints the manifests, first that of the site that stands."""

EXAMINE = r"""
command -v rsync >/dev/null || { echo "rsync: not found" >&2; exit 127; }
above=$up
while [ ! -d "$above" ]; do case $above in */?*) above=${above%/*} ;; *) above=. ;; esac; done
above=${above:-/}
probe=$above/.$token-sitegen-probe
trap 'rm -f "$probe" "$probe.renamed"' EXIT
echo "sitegen doctor" >"$probe"
mv "$probe" "$probe.renamed"
date +%s
df -Pk "$above" | awk 'NR == 2 { print $4 }'
"""
"""Writes, renames and deletes a probe; prints the time there (seconds since 1970) and the free room in KiB."""

AGAIN = r"""
rm -rf "$store/new"
mkdir -p "$store/new/OURS"
from=$store/releases/$new
if [ "$(number "$place")" = "$new" ]; then from=$place; fi
there=$(cd "$from/." && pwd -P)
rsync -r -p --link-dest="$there" --files-from="$store/list" "$there/" "$store/new/"
rm -f "$store/list"
""".replace("OURS", OURS)
"""Lets the tree of an earlier publication grow again, out of links; `list` holds its files."""


def script(place: str, *parts: str, **values: str) -> bytes:
    """A script for `sh`: the root of the site, values by name, and the parts in order."""
    given = {"place": place, **values}
    head = "".join(f"{name}={shlex.quote(value)}\n" for name, value in given.items())
    whole = "".join(("main() {\n", head, GROUND, *parts, "\n}\nmain\n"))  # half a script does nothing
    return whole.encode("utf-8", "surrogateescape")


def fed(command: str, lines: Iterable[str]) -> str:
    """A command with lines on its standard input."""
    text = "".join(f"{line}\n" for line in lines)
    end = "END_OF_LIST_OF_SITEGEN"
    return f"{command} <<'{end}'\n{text}{end}\n"
