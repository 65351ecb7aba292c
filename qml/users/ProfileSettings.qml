// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// Whose music there is, and whose this device plays.
SettingsCard {
    id: card

    required property UsersController users

    title: qsTr("Profiles")
    onVisibleChanged: if (visible) users.reload()

    Words {
        Layout.fillWidth: true
        text: qsTr("Each has a player, favourites, playlists, radio stations and a history of its own.")
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    // Not the card's own layout: a row that comes while the words go would be laid out again and again.
    Column {
        id: rows

        Layout.fillWidth: true
        spacing: Theme.gap
        Accessible.role: Accessible.List
        Accessible.name: card.title

        Repeater {
            model: card.users.users

            ProfileRow {
                id: row

                width: rows.width
                users: card.users
            }
        }
    }
    TextButton {
        visible: card.users.admin
        text: qsTr("New profile…")
        iconName: "add"
        onClicked: card.users.askForName("")
    }
}
