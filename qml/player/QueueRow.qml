// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Segue

/// An item of the queue; its grip drags it to another place.
ItemDelegate {
    id: row

    required property string title
    required property string artist
    required property int durationMs
    required property bool current
    required property bool playing
    required property bool selected
    /// Why it could not be played here; empty where it could.
    required property string failure
    signal wanted
    signal removed
    /// Let go so many rows further down; up where negative.
    signal dropped(int by)

    property real dragOffset: 0
    readonly property bool dragging: dragOffset !== 0

    height: Theme.row
    z: dragging ? 1 : 0
    verticalPadding: 0
    leftPadding: Theme.unit
    rightPadding: Theme.gap
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    onDoubleClicked: wanted()
    transform: Translate { y: row.dragOffset }

    Accessible.role: Accessible.ListItem
    Accessible.name: artist !== "" ? qsTr("%1 by %2").arg(title).arg(artist) : title
    Accessible.description: failure !== "" ? failure : current ? qsTr("Plays now") : ""
    Accessible.focusable: true
    Accessible.onPressAction: wanted()

    background: Rectangle {
        radius: Theme.radius
        color: row.dragging ? Theme.raised : row.current ? Theme.accentWash : row.selected || row.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: row.selected
        }
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        DragGrip {
            opacity: row.current || row.hovered || row.dragging ? 1 : 0.35
            checked: row.current
            name: row.current ? qsTr("Plays now") : qsTr("Drag to move")
            onOffsetChanged: row.dragOffset = offset
            icon.source: row.current && row.playing && !row.hovered ? "icons/speaker.svg" : "icons/grip.svg"
            onDropped: by => {
                const rows = Math.round(by / row.height);
                if (rows !== 0)
                    row.dropped(rows);
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
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
                text: row.artist
                color: Theme.dim
                font.pixelSize: Theme.small
            }
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
            visible: !row.hovered && row.durationMs > 0
            durationMs: row.durationMs
        }
        IconButton {
            visible: row.hovered
            size: Theme.unit * 7
            focusPolicy: Qt.NoFocus
            name: qsTr("Remove %1 from the queue").arg(row.title)
            icon.source: "icons/remove.svg"
            onClicked: row.removed()
        }
    }
}
