#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# es5.sh PACKAGES: what TVs load has neither syntax nor functions newer than ES5. PACKAGES is the folder that
# tests/web/packages.sh has filled.
set -euo pipefail
cd "$(dirname "$0")/../.."

check=$1/node_modules/.bin/es-check
if [[ ! -x $check ]]; then
    echo "es-check is not in $1: ./test installs it, and so does tests/web/packages.sh."
    exit 1
fi
exec "$check" es5 --checkFeatures --noCache 'resources/tv/js/*.js' 'resources/msx/*.js'
