// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Names side by side, each a button: the artists, playlists or stations a search has found.
Flow {
    id: chips

    property alias model: repeater.model
    property string iconName
    signal opened(string entryId)

    visible: repeater.count > 0
    spacing: Theme.gap

    Repeater {
        id: repeater

        delegate: Button {
            id: chip

            required property string entryId
            required property string name

            implicitHeight: Theme.control
            leftPadding: Theme.gap * 1.5
            rightPadding: Theme.gap * 2
            text: name
            icon.source: chips.iconName !== "" ? "icons/" + chips.iconName + ".svg" : ""
            icon.color: Theme.accent
            icon.width: Theme.icon
            icon.height: Theme.icon
            font.pixelSize: Theme.body
            palette.buttonText: Theme.text
            Accessible.name: name
            onClicked: chips.opened(entryId)
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()

            background: Rectangle {
                radius: height / 2
                color: chip.down || chip.hovered ? Theme.raised : Theme.surface
                border.color: Theme.line

                FocusRing {
                    radius: height / 2
                    visible: chip.visualFocus
                }
            }
        }
    }
}
