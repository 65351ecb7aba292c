// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// This device's volume.
RowLayout {
    id: control

    required property PlayerController player

    spacing: 0

    IconButton {
        name: control.player.muted ? qsTr("Unmute") : qsTr("Mute")
        icon.source: control.player.muted || control.player.volume === 0 ? "icons/muted.svg" : "icons/volume.svg"
        onClicked: control.player.muted = !control.player.muted
    }
    ThinSlider {
        Layout.preferredWidth: Theme.unit * 24
        to: 1
        stepSize: 0.05
        snaps: false
        given: control.player.muted ? 0 : control.player.volume
        Accessible.name: qsTr("Volume of this device")
        onMoved: control.player.volume = value
    }
}
