# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What ./run and ./test have in common: steps with their progress on stderr and their details in a log.

# open_log FILE: one caller at a time, so that two of them do not build into one folder.
open_log() {
    log=$1
    mkdir -p "$(dirname "$log")"
    exec 9>>"$log.lock"
    if ! flock --nonblock 9; then
        echo "Waiting for another build of Segue to finish." >&2
        flock 9
    fi
    : >"$log"
}

close_log() { exec 9>&-; }

# Copies its input to the log, and to a terminal its newest line.
show_progress() {
    local line width
    if [[ ! -t 2 ]]; then
        cat >>"$log"
        return
    fi
    width=$(($(tput cols 2>/dev/null || echo 80) - 3))
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        printf '\r\e[K  %s' "${line:0:width}" >&2
    done
    printf '\r\e[K' >&2
}

# step TITLE ADVICE COMMAND...: the advice is shown where the command fails.
step() {
    local title=$1 advice=$2 code
    shift 2
    echo "$title (log: $log)" >&2
    echo "== $title: $*" >>"$log"
    set +e
    "$@" 9>&- </dev/null 2>&1 | show_progress
    code=${PIPESTATUS[0]}
    set -e
    if ((code != 0)); then
        {
            echo
            tail -n 25 "$log"
            echo
            echo "This step failed: $title."
            echo "$advice"
            echo "The whole log is in $log."
        } >&2
        exit 1
    fi
}

# install_packages LIST...: the lists are in installer/packages.
install_packages() {
    installer/packages/install --check "$@" && return
    if ((EUID != 0)) && command -v sudo >/dev/null; then
        echo "Segue needs Debian packages that are missing here; sudo installs them." >&2
        sudo true
    fi
    step "Installing Debian packages" \
        "Look at the network and at apt's sources (sudo apt update), then start this again." \
        installer/packages/install "$@"
}

# install_web_packages FOLDER: what the tests of the phone page need of npm.
install_web_packages() {
    tests/web/packages.sh --check "$1" && return
    step "Installing npm packages" "Look at the network and at npm's registry (npm ping), then start this again." \
        tests/web/packages.sh "$1"
}

# build PRESET
build() {
    local folder=build/$1
    if ! grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$folder/CMakeCache.txt" || [[ ! -f $folder/build.ninja ]]; then
        step "Configuring" "If a package is named as missing, install it; then start this again." \
            cmake --fresh --preset "$1"
    fi
    step "Building" "If this began with an upgrade of the system, delete $PWD/$folder and start this again." \
        cmake --build --preset "$1"
}
