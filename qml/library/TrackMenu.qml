// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// What may be done with a track of a list.
ThemedMenu {
    id: menu

    signal playWanted
    signal playNextWanted
    signal addWanted

    Action {
        text: qsTr("Play")
        onTriggered: menu.playWanted()
    }
    Action {
        text: qsTr("Play next")
        onTriggered: menu.playNextWanted()
    }
    Action {
        text: qsTr("Add to the queue")
        onTriggered: menu.addWanted()
    }
}
