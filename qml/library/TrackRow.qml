// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Segue

/// A track in a list.
ItemDelegate {
    id: row

    required property string trackId
    required property string title
    required property string artist
    required property string album
    required property int durationMs
    required property int trackNumber
    required property bool present
    required property bool numbered
    /// Can be dragged to another place of its list.
    required property bool movable
    required property bool current
    required property bool playing
    /// The keyboard is at this row.
    required property bool focused
    required property bool selected
    required property bool favourite
    /// Why it could not be played here; empty where it could.
    property string failure
    signal wanted
    signal favouriteWanted
    signal menuWanted
    signal tapped(int modifiers)
    /// Let go so many rows further down; up where negative.
    signal dropped(int by)

    property real dragOffset: 0
    z: dragOffset !== 0 ? 1 : 0
    transform: Translate { y: row.dragOffset }
    height: Theme.row
    verticalPadding: 0
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    onDoubleClicked: wanted()
    Keys.onSpacePressed: event => tapped(event.modifiers) // without Ctrl it is the window's

    Accessible.role: Accessible.ListItem
    Accessible.name: artist !== "" ? qsTr("%1 by %2").arg(title).arg(artist) : title
    Accessible.description: present ? failure : qsTr("Not in the library")
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.onPressAction: wanted()

    TapHandler {
        onTapped: row.tapped(point.modifiers)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuWanted()
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.dragOffset !== 0 ? Theme.raised : row.selected ? Theme.selection
            : row.current ? Theme.accentWash : row.focused || row.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: row.focused
        }
    }
    contentItem: RowLayout {
        spacing: Theme.gap * 1.5
        opacity: row.present ? 1 : 0.5

        DragGrip {
            visible: row.movable
            opacity: row.hovered || offset !== 0 ? 1 : 0.35
            name: qsTr("Drag to move")
            onOffsetChanged: row.dragOffset = offset
            onDropped: by => {
                const rows = Math.round(by / row.height);
                if (rows !== 0)
                    row.dropped(rows);
            }
        }
        Words {
            Layout.preferredWidth: Theme.unit * 9
            visible: !row.current && !row.hovered
            horizontalAlignment: Text.AlignRight
            color: Theme.dim
            text: row.numbered && row.trackNumber > 0 ? row.trackNumber : ""
        }
        IconButton {
            Layout.leftMargin: Theme.unit * 2
            visible: row.current || row.hovered
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            checked: row.current
            name: qsTr("Play %1").arg(row.title)
            icon.source: row.current && row.playing && !row.hovered ? "icons/speaker.svg" : "icons/play.svg"
            onClicked: row.wanted()
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: row.title
                color: row.current ? Theme.accent : Theme.text
                font.weight: row.current ? Font.DemiBold : Font.Normal
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.present ? row.artist : qsTr("%1 · not in the library").arg(row.artist)
                color: Theme.dim
                font.pixelSize: Theme.small
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            visible: !row.numbered && row.width > Theme.unit * 130
            text: row.album
            color: Theme.dim
        }
        IconButton {
            opacity: row.favourite || row.hovered ? 1 : 0
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            checked: row.favourite
            name: row.favourite ? qsTr("Remove %1 from the favourites").arg(row.title) : qsTr("Add %1 to the favourites").arg(row.title)
            icon.source: row.favourite ? "icons/heart-full.svg" : "icons/heart.svg"
            onClicked: row.favouriteWanted()
        }
        IconButton {
            opacity: row.hovered ? 1 : 0
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            name: qsTr("More for %1").arg(row.title)
            icon.source: "icons/more.svg"
            onClicked: row.menuWanted()
        }
        IconButton {
            visible: row.failure !== ""
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            name: row.failure
            icon.source: "icons/warning.svg"
            icon.color: Theme.alarm
            onClicked: row.wanted()
        }
        Duration {
            durationMs: row.durationMs
            Layout.minimumWidth: Theme.unit * 9
            horizontalAlignment: Text.AlignRight
        }
    }
}
