// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// Shows which part the keyboard talks to.
Rectangle {
    anchors.fill: parent
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    radius: Theme.radius
}
