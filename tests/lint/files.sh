#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# files.sh PATTERN...: the project's own files with such names, each ended by a zero byte; without git those of the tree.
set -euo pipefail
cd "$(dirname "$0")/../.."

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- "$@"
else
    names=()
    for pattern in "$@"; do
        names+=(-o -path "./${pattern}" -o -name "$pattern")
    done
    find . \( -path ./build -o -path ./.git \) -prune -o -type f \( "${names[@]:1}" \) -printf '%P\0'
fi | while IFS= read -r -d '' file; do
    if [[ -f $file ]]; then # git still lists what was deleted
        printf '%s\0' "$file"
    fi
done
