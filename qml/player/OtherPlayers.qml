// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// What plays elsewhere in the house. Tab goes from button to button, and from row to row.
ColumnLayout {
    id: part

    required property OtherPlayersModel players

    visible: players.count > 0
    spacing: Theme.unit

    Words {
        Layout.fillWidth: true
        text: qsTr("Other players")
        font.weight: Font.DemiBold
    }
    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: contentHeight
        currentIndex: -1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: part.players
        spacing: Theme.unit
        ScrollBar.vertical: ThinScrollBar { }

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Other players")

        delegate: OtherPlayerRow {
            required property int index

            width: list.width
            onToggleWanted: part.players.toggle(index)
            onNextWanted: part.players.next(index)
            onPreviousWanted: part.players.previous(index)
            onTakeWanted: part.players.take(index)
            onVolumeWanted: percent => part.players.setVolume(index, percent)
            onMutedWanted: muted => part.players.setMuted(index, muted)
        }
    }
}
