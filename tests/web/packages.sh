#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# packages.sh [--check] FOLDER: installs what package-lock.json names into FOLDER/node_modules, or with --check only tells
# by its exit code whether it is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if [[ $1 == --check ]]; then
    cmp -s "$here/package-lock.json" "$2/installed.json"
    exit
fi
if ! command -v npm >/dev/null; then
    echo "npm is not installed, so the tests of the phone page will be skipped."
    exit 0
fi
mkdir -p "$1"
cd "$1"
rm -f installed.json
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" .
npm ci
cp package-lock.json installed.json
