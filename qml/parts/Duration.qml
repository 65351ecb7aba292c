// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// A length of time, "3:05" or "1:02:09".
Words {
    required property int durationMs

    color: Theme.dim
    elide: Text.ElideNone
    font.pixelSize: Theme.small
    text: Qt.formatTime(new Date(2000, 0, 1, 0, 0, 0, durationMs), durationMs >= 3600000 ? "h:mm:ss" : "m:ss")
}
