// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// This device's volume.
LoudnessControl {
    id: control

    required property PlayerController player

    name: qsTr("Volume of this device")
    volume: player.volume * 100
    muted: player.muted
    onVolumeWanted: percent => player.volume = percent / 100
    onMutedWanted: muted => player.muted = muted
}
