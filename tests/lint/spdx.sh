#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# spdx.sh: every file that can hold a comment names its licence in the first lines.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=0
while IFS= read -r -d '' file; do
    if ! head -n 5 "$file" | grep -q 'SPDX-License-Identifier: Apache-2\.0'; then
        echo "$file: the line SPDX-License-Identifier: Apache-2.0 is missing"
        missing=1
    fi
done < <(tests/lint/files.sh '*.h' '*.cpp' '*.qml' '*.py' '*.sh' '*.js' '*.mjs' '*.css' '*.html' '*.yml' '*.yaml' '*.lua' \
    '*CMakeLists.txt' '*.cmake' run test .ci/run .clang-format .clang-tidy installer/packages/install)
exit "$missing"
