// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A device that was let in.
RowLayout {
    id: line

    required property string tokenId
    required property string name
    required property string role
    required property string seen
    signal roleWanted(string role)
    signal revokeWanted

    spacing: Theme.gap
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(name).arg(seen)

    IconPicture {
        name: "remote"
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            text: line.name
        }
        Words {
            Layout.fillWidth: true
            text: line.seen
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
    ChoiceBox {
        Layout.preferredWidth: Math.min(Theme.unit * 50, line.width * 0.4)
        given: line.role
        model: [
            { value: "listener", text: qsTr("May listen") },
            { value: "controller", text: qsTr("May play and control") },
            { value: "admin", text: qsTr("May let others in too") }
        ]
        Accessible.name: qsTr("What %1 may do").arg(line.name)
        onChosen: role => line.roleWanted(role)
    }
    IconButton {
        name: qsTr("Send %1 away").arg(line.name)
        icon.source: "icons/remove.svg"
        onClicked: line.revokeWanted()
    }
}
