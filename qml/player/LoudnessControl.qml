// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A volume: a slider, and a button that mutes.
RowLayout {
    id: control

    required property string name
    required property real volume // percent
    required property bool muted
    property bool canBeMuted: true
    property bool canBeSet: true
    /// It takes the room there is, and its handle is always seen.
    property bool roomy: false
    signal volumeWanted(int percent)
    signal mutedWanted(bool muted)

    spacing: 0

    IconButton {
        visible: control.canBeMuted
        name: control.muted ? qsTr("Unmute") : qsTr("Mute")
        icon.source: control.muted || control.volume === 0 ? "icons/muted.svg" : "icons/volume.svg"
        onClicked: control.mutedWanted(!control.muted)
    }
    ThinSlider {
        Layout.fillWidth: control.roomy
        Layout.preferredWidth: Theme.unit * 24
        visible: control.canBeSet
        to: 100
        stepSize: 5
        snaps: false
        shown: control.roomy
        given: control.muted ? 0 : control.volume
        Accessible.name: control.name
        onMoved: control.volumeWanted(Math.round(value))
    }
}
