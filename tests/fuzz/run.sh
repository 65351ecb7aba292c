#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh TARGET SECONDS CORPUS FOUND: one fuzz target over its kept corpus; what is new goes to FOUND.
set -euo pipefail
target=$1 seconds=$2 corpus=$3 found=$4

if [[ ! -x $target ]]; then
    echo "SKIPPED: $target was not built." >&2
    exit 77
fi
mkdir -p "$found"
# Looking for leaks stops the whole process now and then, and has been seen not to start it again.
exec "$target" -detect_leaks=0 -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="$found/crash-" "$found" "$corpus"
