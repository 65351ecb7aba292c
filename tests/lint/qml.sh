#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# qml.sh QMLLINT BUILD_FOLDER: qmllint warns of nothing in the QML modules that were built there.
set -euo pipefail

options=(--unused-imports warning)
if "$1" --help | grep -q -e --max-warnings; then
    options+=(--max-warnings 0) # newer ones exit with 0 in spite of warnings
fi

modules=0
while IFS= read -r -d '' qmldir; do
    modules=$((modules + 1))
    folder=$(dirname "$qmldir")
    "$1" "${options[@]}" -I "$(dirname "$folder")" "$folder"/*.qml
done < <(find "$2" -name qmldir -print0)
if ((modules == 0)); then
    echo "No QML module was built in $2."
    exit 1
fi
