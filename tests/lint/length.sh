#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# length.sh: no source file is longer than a reader can hold in mind.
set -euo pipefail
cd "$(dirname "$0")/../.."

cpp_lines=500
qml_lines=200

too_long=0
while IFS= read -r -d '' file; do
    case $file in
    *.qml) most=$qml_lines ;;
    *) most=$cpp_lines ;;
    esac
    lines=$(wc -l <"$file")
    if ((lines > most)); then
        echo "$file: $lines lines, and $most is the most: split it"
        too_long=1
    fi
done < <(tests/lint/files.sh '*.h' '*.cpp' '*.qml' '*.js' '*.mjs')
exit "$too_long"
