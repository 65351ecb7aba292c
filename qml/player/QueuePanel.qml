// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// What plays next, and the hold on it.
Rectangle {
    id: panel

    required property QueueModel queue
    required property PlayerController player
    required property PersonalController personal
    signal closed

    function enter() {
        list.currentIndex = Math.max(0, queue.currentRow);
        list.forceActiveFocus();
    }

    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Queue")

    Rectangle {
        anchors.left: parent.left
        width: 1
        height: parent.height
        color: Theme.line
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: 1
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.gap
            Layout.leftMargin: Theme.margin
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: qsTr("Queue")
                font.pixelSize: Theme.large
                font.weight: Font.DemiBold
            }
            IconButton {
                size: Theme.unit * 8
                enabled: panel.queue.canUndo
                name: qsTr("Undo")
                icon.source: "icons/undo.svg"
                onClicked: panel.queue.undo()
            }
            IconButton {
                size: Theme.unit * 8
                enabled: panel.queue.canRedo
                name: qsTr("Redo")
                icon.source: "icons/redo.svg"
                onClicked: panel.queue.redo()
            }
            IconButton {
                size: Theme.unit * 8
                enabled: panel.queue.count > 0
                name: qsTr("Save the queue as a playlist")
                icon.source: "icons/save.svg"
                onClicked: panel.personal.askForName("", "", panel.queue.trackIds())
            }
            IconButton {
                size: Theme.unit * 8
                enabled: panel.queue.count > 1
                name: qsTr("Empty the queue")
                icon.source: "icons/empty.svg"
                onClicked: panel.queue.clear()
            }
            IconButton {
                size: Theme.unit * 8
                name: qsTr("Close the queue")
                icon.source: "icons/remove.svg"
                onClicked: panel.closed()
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            visible: panel.queue.count === 0
            wrapMode: Text.Wrap
            color: Theme.dim
            text: qsTr("Nothing is queued. Play something, or add it from its menu.")
        }
        QueueList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            queue: panel.queue
            player: panel.player
        }
    }
}
