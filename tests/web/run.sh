#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh PACKAGES SEGUED FILE [ARGUMENT...]: runs a program of this folder, in a network of its own, against that segued.
# PACKAGES is the folder that packages.sh has filled.
set -euo pipefail

skip() {
    echo "The tests of the phone page are skipped: $1"
    exit 77
}

for program in node chromium firefox-esr pulseaudio pactl parec ffmpeg ip nsenter setpriv unshare; do
    command -v "$program" >/dev/null || skip "$program is not installed. ./test installs it."
done
[[ -d $1/node_modules ]] || skip "their npm packages are not in $1. ./test installs them."

apart=(unshare --net)
if ((EUID != 0)); then
    apart+=(--user --map-root-user)
fi
"${apart[@]}" true || skip "this system allows no network namespaces, which they need to call the hub from elsewhere."

export SEGUE_WEB_PACKAGES=$1 SEGUE_SEGUED=$2
# shellcheck disable=SC2016 # the inner shell expands these
exec "${apart[@]}" sh -c 'ip link set lo up && exec node "$@"' sh "${@:3}"
