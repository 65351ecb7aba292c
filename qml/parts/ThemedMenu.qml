// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A menu in our colours.
Menu {
    id: menu

    padding: Theme.unit
    implicitWidth: Theme.unit * 60

    background: Rectangle {
        radius: Theme.radius * 1.5
        color: Theme.surface
        border.color: Theme.line
    }
    delegate: MenuItem {
        id: entry

        implicitHeight: Theme.unit * 9
        leftPadding: Theme.gap * 1.5
        rightPadding: Theme.gap * 1.5
        opacity: enabled ? 1 : 0.4

        contentItem: Words {
            text: entry.text
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            radius: Theme.radius
            color: entry.highlighted ? Theme.hover : "transparent"
        }
    }
}
