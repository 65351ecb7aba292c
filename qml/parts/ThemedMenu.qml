// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
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

        Accessible.checked: checked

        contentItem: RowLayout {
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                text: entry.text
            }
            Button {
                visible: entry.checked
                enabled: false // only its icon is wanted: that takes a colour
                background: null
                padding: 0
                icon.source: "icons/check.svg"
                icon.color: Theme.accent
                icon.width: Theme.icon
                icon.height: Theme.icon
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: entry.highlighted ? Theme.hover : "transparent"
        }
    }
}
