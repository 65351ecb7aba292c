#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# apart.sh TEST [ARGUMENT...]: runs a test that makes a network of its own (machine.h), where it can: in namespaces in
# which it may do so, and which share no network and no /run with this machine.
set -euo pipefail

skip() {
    echo "$(basename "$1") is skipped: $2"
    exit 77
}

for program in avahi-daemon dbus-daemon ip nsenter unshare; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || skip "$1" "$program is not installed. ./test installs it."
done
apart=(unshare --net --mount)
if ((EUID != 0)); then
    apart+=(--user --map-root-user)
fi
"${apart[@]}" true || skip "$1" "this system allows no network namespaces, which it needs for machines of its own."

export PATH=$PATH:/usr/sbin
# Avahi gives its folder in /run to its own user, whom namespaces of somebody who is not root do not have: there the
# name stands for the one who is.
# shellcheck disable=SC2016 # the inner shell expands these
exec "${apart[@]}" sh -c '
    ip link set lo up && mount -t tmpfs none /run || exit 1
    for names in passwd group; do
        sed "s/^avahi:x:[0-9:]*/avahi:x:0:0:/; s/^\(avahi:x:0:\)0:$/\1/" "/etc/$names" >"/run/$names"
        mount --bind "/run/$names" "/etc/$names" || exit 1
    done
    exec "$@"' sh "$@"
