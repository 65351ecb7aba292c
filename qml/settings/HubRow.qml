// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Another hub of the network.
RowLayout {
    id: line

    required property string hubId
    required property string name
    required property string address
    signal joinWanted

    spacing: Theme.gap
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(name).arg(address)

    IconPicture {
        name: "devices"
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
            text: line.address
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
    TextButton {
        text: qsTr("Join")
        Accessible.name: qsTr("Join %1").arg(line.name)
        onClicked: line.joinWanted()
    }
}
