// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Shuffle, previous, play or pause, next, repeat. Time runs to the right in every language.
RowLayout {
    id: transport

    required property PlayerController player

    function enter() {
        play.forceActiveFocus();
    }

    readonly property bool repeatsOne: player.repeat === PlayerController.RepeatOne

    spacing: Theme.gap
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    IconButton {
        name: transport.player.shuffle ? qsTr("Shuffle is on") : qsTr("Shuffle is off")
        icon.source: "icons/shuffle.svg"
        checked: transport.player.shuffle
        onClicked: transport.player.shuffle = !transport.player.shuffle
    }
    IconButton {
        enabled: transport.player.hasTrack
        name: qsTr("Previous track")
        icon.source: "icons/previous.svg"
        onClicked: transport.player.previous()
    }
    IconButton {
        id: play

        size: Theme.unit * 11
        enabled: transport.player.hasTrack
        prominent: true
        name: transport.player.playing ? qsTr("Pause") : qsTr("Play")
        icon.source: transport.player.playing ? "icons/pause.svg" : "icons/play.svg"
        onClicked: transport.player.toggle()
    }
    IconButton {
        enabled: transport.player.hasTrack
        name: qsTr("Next track")
        icon.source: "icons/next.svg"
        onClicked: transport.player.next()
    }
    IconButton {
        name: transport.repeatsOne ? qsTr("Repeats this track")
            : transport.player.repeat === PlayerController.RepeatAll ? qsTr("Repeats the queue") : qsTr("Repeat is off")
        icon.source: transport.repeatsOne ? "icons/repeat-one.svg" : "icons/repeat.svg"
        checked: transport.player.repeat !== PlayerController.RepeatOff
        onClicked: transport.player.cycleRepeat()
    }
}
