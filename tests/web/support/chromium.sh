#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Chromium on the phones' side of the network (network.js).
exec nsenter --target "$SEGUE_PHONES_PID" --net -- chromium "$@"
