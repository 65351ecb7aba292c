#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shell.sh SHELLCHECK: no shell script has a finding.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/lint/files.sh '*.sh' run test .ci/run installer/packages/install | xargs -0r "$1" --external-sources
