// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Segue

/// An artist, a genre or a playlist in a list.
ItemDelegate {
    id: row

    required property string entryId
    required property string name
    required property string detail
    required property bool selected
    signal opened
    signal menuWanted

    height: Theme.row
    verticalPadding: 0
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    onClicked: opened()

    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: detail
    Accessible.focusable: true
    Accessible.onPressAction: opened()

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuWanted()
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.selected || row.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: row.selected
        }
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: row.name
        }
        Words {
            text: row.detail
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
}
