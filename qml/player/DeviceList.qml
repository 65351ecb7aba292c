// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// F2 renames the device; a right click or the menu key shows that as well.
ListView {
    id: list

    required property DeviceModel devices
    required property PlayerController player

    function openMenu(row: DeviceRow, index: int) {
        if (!row || !row.nameable)
            return;
        menu.index = index;
        menu.popup(row, row.width / 2, row.height / 2);
    }

    currentIndex: -1 // the focus goes from row to row, and within each
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
        activeFocusOnTab: nameable
        selected: activeFocus
        onMenuWanted: list.openMenu(this, index)
        Keys.onMenuPressed: menuWanted()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
                menuWanted();
            else if (event.key === Qt.Key_F2)
                list.devices.askForName(index);
            else
                return;
            event.accepted = true;
        }
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

    ThemedMenu {
        id: menu

        property int index: -1

        Action {
            text: qsTr("Rename…")
            onTriggered: list.devices.askForName(menu.index)
        }
    }
}
