// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Segue

/// An artist, a genre, a playlist or a station in a list.
ItemDelegate {
    id: row

    required property string entryId
    required property string name
    required property string detail
    required property bool selected
    required property bool current
    required property bool playing
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
        color: row.current ? Theme.accentWash : row.selected || row.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: row.selected
        }
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        IconButton {
            visible: row.current
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            checked: true
            name: qsTr("Plays now")
            icon.source: row.playing ? "icons/speaker.svg" : "icons/pause.svg"
        }
        Words {
            Layout.fillWidth: true
            Layout.minimumWidth: row.width / 3
            text: row.name
            color: row.current ? Theme.accent : Theme.text
            font.weight: row.current ? Font.DemiBold : Font.Normal
        }
        Words {
            Layout.maximumWidth: row.width / 2
            text: row.detail
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
}
