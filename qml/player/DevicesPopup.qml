// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Who shares this player, and who of them sounds.
Panel {
    id: panel

    required property DeviceModel devices
    required property PlayerController player
    required property UsersController users
    required property OtherPlayersModel otherPlayers
    readonly property string remark: users.listensPrivately
        ? qsTr("This device has a player of its own. The others see that, but not what plays.")
        : qsTr("A player for this device alone, until you return to the others.")

    onOpenedChanged: otherPlayers.watched = opened

    contentItem: ColumnLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("Devices")
            font.pixelSize: Theme.large
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            color: Theme.dim
            font.pixelSize: Theme.small
            text: !panel.player.connected ? qsTr("Not connected to a hub")
                : panel.player.ownHub ? qsTr("This device is the hub") : qsTr("Hub: %1").arg(panel.player.hubName)
        }
        DeviceList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            devices: panel.devices
            player: panel.player
        }
        OtherPlayers {
            Layout.fillWidth: true
            Layout.fillHeight: true
            players: panel.otherPlayers
        }
        TextSwitch {
            Layout.fillWidth: true
            enabled: panel.player.connected
            text: qsTr("Listen privately")
            given: panel.users.listensPrivately
            Accessible.description: panel.remark
            onChosen: on => panel.users.listensPrivately = on
        }
        Words {
            Layout.fillWidth: true
            color: Theme.dim
            font.pixelSize: Theme.small
            text: panel.remark
            wrapMode: Text.Wrap
            Accessible.ignored: true // it is the switch's description
        }
    }
}
