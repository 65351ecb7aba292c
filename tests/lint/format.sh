#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# format.sh CLANG_FORMAT [--fix]: every C++ file is as .clang-format wants it.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [[ ${2:-} == --fix ]]; then
    tests/lint/files.sh '*.h' '*.cpp' | xargs -0r "$1" -i
elif ! tests/lint/files.sh '*.h' '*.cpp' | xargs -0r -n 20 -P 2 "$1" --dry-run -Werror; then
    echo "To put this right: tests/lint/format.sh $1 --fix"
    exit 1
fi
