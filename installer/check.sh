#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# check.sh [--test] bookworm|trixie: runs ./run --version, and with --test ./test too, on a Debian that has nothing else
# installed, as a user who may use sudo. Needs root and debootstrap; takes the mirror from apt's own sources.
set -euo pipefail

tests=
if [[ ${1:-} == --test ]]; then
    tests=yes
    shift
fi
release=${1:-}
case $release in
bookworm | trixie) ;;
*)
    echo "usage: $0 [--test] bookworm|trixie" >&2
    exit 2
    ;;
esac
if ((EUID != 0)); then
    echo "A chroot can only be made by root: sudo $0 $*" >&2
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    echo "debootstrap is missing: apt-get install debootstrap" >&2
    exit 1
fi
# Everything mounted and started from here on is gone when this script is.
if [[ ! ${SEGUE_CHECK_INSIDE:-} ]]; then
    SEGUE_CHECK_INSIDE=yes exec unshare --mount --pid --fork --kill-child "$0" ${tests:+--test} "$release"
fi

cd "$(dirname "$(readlink -f "$0")")/.."
base=$PWD/build/chroot/$release.tar
home=/home/guest
checkout="$home/a folder/segue"
mkdir -p "$(dirname "$base")"
chroot=$(mktemp -d "/var/tmp/segue-$release.XXXXXX")
chmod 755 "$chroot"

leave() {
    umount --quiet "$chroot/proc" "$chroot/dev/shm" "$chroot/dev/pts" || true
    rm -rf --one-file-system "$chroot"
}
trap leave EXIT

host_mirror() {
    local codename
    # shellcheck source=/dev/null
    codename=$(source /etc/os-release && echo "${VERSION_CODENAME:-}")
    # shellcheck disable=SC2016 # apt-get expands them
    apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null |
        sed -n "s/^$codename //p" | head -n 1 || true
}

if [[ ! -f $base ]]; then
    echo "Making a minimal $release"
    mirror=$(host_mirror)
    debootstrap --variant=minbase --include=ca-certificates,sudo "$release" "$chroot" ${mirror:+"$mirror"}
    tar -C "$chroot" -cf "$base.new" .
    mv "$base.new" "$base"
else
    tar -C "$chroot" -xf "$base"
fi

# The network as the host has it.
apt-config dump | grep -E '^(Acquire::(http|https|Check-|Retries|ForceIPv)|Dir::Etc::netrc)' |
    grep -v '""' >"$chroot/etc/apt/apt.conf.d/99host" || true
cp --dereference /etc/resolv.conf /etc/hosts "$chroot/etc/"

mount --make-rprivate /
mount -t proc proc "$chroot/proc"
mount -t tmpfs -o mode=1777 tmpfs "$chroot/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$chroot/dev/pts"

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 chroot "$chroot" "$@"; }
as_guest() {
    # shellcheck disable=SC2016 # the shell inside expands them
    inside su --login guest --whitelist-environment=LANG --command='cd "a folder/segue" && '"$*"
}

inside useradd --create-home --shell /bin/bash guest
echo 'guest ALL=(ALL) NOPASSWD: ALL' >"$chroot/etc/sudoers.d/guest"
mkdir -p "$chroot$checkout"
git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
    tar --null --files-from=- -cf - | tar -C "$chroot$checkout" -xf -
inside chown -R guest: "$home"

echo "./run --version on $release, the first and the second time"
time as_guest ./run --version
time as_guest ./run --version
if [[ $tests ]]; then
    echo "./test on $release"
    time as_guest ./test
fi

echo "All is well on $release."
