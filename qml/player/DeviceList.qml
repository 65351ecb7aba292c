// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

ListView {
    id: list

    required property DeviceModel devices
    required property PlayerController player

    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: devices
    spacing: Theme.unit
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Devices")

    delegate: DeviceRow {
        id: row

        required property int index

        width: list.width
        shownVolume: isThis ? list.player.volume * 100 : volume
        shownMuted: isThis ? list.player.muted : muted
        alone: active && list.devices.activeCount === 1
        onSoundWanted: list.devices.playOn(index)
        onAlsoWanted: sounds => list.devices.setAlso(index, sounds)
        onVolumeWanted: percent => {
            if (isThis)
                list.player.volume = percent / 100;
            else
                list.devices.setVolume(index, percent);
        }
        onMutedWanted: muted => {
            if (isThis)
                list.player.muted = muted;
            else
                list.devices.setMuted(index, muted);
        }
    }
}
