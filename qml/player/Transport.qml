// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Previous, play or pause, next.
RowLayout {
    id: transport

    required property bool playing
    signal previousWanted
    signal toggleWanted
    signal nextWanted

    spacing: Theme.gap

    IconButton {
        name: qsTr("Previous track")
        icon.source: "icons/previous.svg"
        onClicked: transport.previousWanted()
    }
    IconButton {
        size: Theme.unit * 11
        prominent: true
        name: transport.playing ? qsTr("Pause") : qsTr("Play")
        icon.source: transport.playing ? "icons/pause.svg" : "icons/play.svg"
        onClicked: transport.toggleWanted()
    }
    IconButton {
        name: qsTr("Next track")
        icon.source: "icons/next.svg"
        onClicked: transport.nextWanted()
    }
}
