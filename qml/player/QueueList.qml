// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// The queue's rows: Enter plays one, Delete removes it, Alt with Up and Down moves it.
ListView {
    id: list

    required property QueueModel queue
    required property PlayerController player
    readonly property int playingRow: queue.currentRow

    function moveCurrent(by: int) {
        const to = currentIndex + by;
        if (to < 0 || to >= count)
            return;
        queue.move(currentIndex, to);
    }

    model: queue
    clip: true
    reuseItems: true
    keyNavigationEnabled: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    leftMargin: Theme.gap
    rightMargin: Theme.gap
    bottomMargin: Theme.gap
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Queue")

    // What plays is to be seen, where somebody does not look around just now.
    onPlayingRowChanged: {
        if (!activeFocus && playingRow >= 0)
            positionViewAtIndex(playingRow, ListView.Contain);
    }

    delegate: QueueRow {
        required property int index
        required property string trackId

        width: list.width - list.leftMargin - list.rightMargin
        playing: list.player.playing
        failure: list.player.failureRevision > 0 ? list.player.failureOf(trackId) : ""
        selected: list.activeFocus && ListView.isCurrentItem
        onClicked: {
            list.currentIndex = index;
            list.forceActiveFocus();
        }
        onWanted: list.queue.play(index)
        onRemoved: list.queue.remove(index)
        onDropped: by => list.queue.move(index, Math.max(0, Math.min(list.count - 1, index + by)))
    }

    Keys.onReturnPressed: queue.play(currentIndex)
    Keys.onEnterPressed: queue.play(currentIndex)
    Keys.onDeletePressed: queue.remove(currentIndex)
    Keys.onPressed: event => {
        if (!(event.modifiers & Qt.AltModifier) || (event.key !== Qt.Key_Up && event.key !== Qt.Key_Down))
            return;
        moveCurrent(event.key === Qt.Key_Up ? -1 : 1);
        event.accepted = true;
    }
}
