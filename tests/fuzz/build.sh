#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# build.sh CMAKE CLANG SOURCE BUILD: builds the fuzz targets. 77, ctest's "skipped", where this clang has no libFuzzer.
set -euo pipefail
cmake=$1 clang=$2 source=$3 build=$4

probe=$(mktemp -d)
trap 'rm -rf "$probe"' EXIT
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }' >"$probe/probe.cpp"
if ! "$clang" -fsanitize=fuzzer,address,undefined "$probe/probe.cpp" -o "$probe/probe" 2>"$probe/log"; then
    cat "$probe/log" >&2
    echo "SKIPPED: NO PARSER IS FUZZED. $clang cannot link libFuzzer; install clang with its compiler-rt." >&2
    exit 77
fi
"$cmake" -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER="$clang"
"$cmake" --build "$build"
