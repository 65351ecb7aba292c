// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A profile, and what can be done with it.
RowLayout {
    id: line

    required property var modelData
    required property UsersController users
    readonly property bool isCurrent: modelData.userId === users.currentId

    spacing: Theme.gap
    Accessible.role: Accessible.ListItem
    Accessible.name: isCurrent ? qsTr("%1, on this device").arg(modelData.name) : modelData.name

    IconPicture {
        name: "artist"
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            text: line.modelData.name
            font.weight: line.isCurrent ? Font.DemiBold : Font.Normal
        }
        Words {
            Layout.fillWidth: true
            visible: line.isCurrent
            text: qsTr("This device plays as this profile")
            color: Theme.accent
            font.pixelSize: Theme.small
        }
    }
    TextButton {
        visible: !line.isCurrent && line.users.switchable
        text: qsTr("Switch")
        Accessible.name: qsTr("Switch to %1").arg(line.modelData.name)
        onClicked: line.users.enter(line.modelData.userId)
    }
    IconButton {
        visible: line.users.admin
        name: qsTr("Rename %1").arg(line.modelData.name)
        icon.source: "icons/edit.svg"
        onClicked: line.users.askForName(line.modelData.userId)
    }
    IconButton {
        visible: line.users.admin && !line.modelData.isDefault
        enabled: !line.isCurrent
        name: qsTr("Delete %1").arg(line.modelData.name)
        icon.source: "icons/remove.svg"
        onClicked: line.users.askToRemove(line.modelData.userId)
    }
}
