// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// As whom this device plays, and the menu of who else it could be.
SidebarEntry {
    id: entry

    required property UsersController users
    signal settingsWanted

    visible: users.switchable && users.users.length > 1
    text: users.currentName
    iconName: "artist"
    count: -1
    current: false
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Profile: %1").arg(text)
    Accessible.selectable: false
    onClicked: menu.popup(entry, 0, -menu.height)

    ThemedMenu {
        id: menu

        Instantiator {
            model: entry.users.users
            delegate: Action {
                required property var modelData

                text: modelData.name
                checked: modelData.userId === entry.users.currentId
                onTriggered: entry.users.enter(modelData.userId)
            }
            onObjectAdded: (index, object) => menu.insertAction(index, object as Action)
            onObjectRemoved: (index, object) => menu.removeAction(object as Action)
        }
        Action {
            text: qsTr("Profiles…")
            onTriggered: entry.settingsWanted()
        }
    }
}
