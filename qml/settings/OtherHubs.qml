// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// The other hubs of the network, the way into one, and the way back.
SettingsCard {
    id: card

    required property HubsController hubs

    title: qsTr("Other hubs on your network")

    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: card.hubs.fixed ? qsTr("Set on the command line.") : card.hubs.words
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    // Not the card's own layout, as with the devices that were let in.
    Column {
        id: rows

        Layout.fillWidth: true
        spacing: Theme.gap

        Words {
            width: rows.width
            visible: card.hubs.count === 0
            text: qsTr("None is found. A hub is listed here when it lets devices on the network join.")
            color: Theme.dim
            wrapMode: Text.Wrap
        }
        Repeater {
            model: card.hubs.hubs

            HubRow {
                id: row

                width: rows.width
                enabled: !card.hubs.fixed
                onJoinWanted: card.hubs.join(row.hubId)
            }
        }
    }
    TextButton {
        visible: card.hubs.joining
        enabled: !card.hubs.fixed
        text: qsTr("Give up")
        iconName: "clear"
        onClicked: card.hubs.giveUp()
    }
    TextButton {
        visible: !card.hubs.own && !card.hubs.joining
        enabled: !card.hubs.fixed
        text: qsTr("Leave, and be a hub again")
        iconName: "back"
        onClicked: card.hubs.goHome()
    }
}
