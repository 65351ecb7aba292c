// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A device and what it does.
Item {
    id: row

    required property string name
    required property string condition
    required property bool output
    required property bool isThis

    implicitHeight: Theme.row
    Accessible.role: Accessible.ListItem
    Accessible.name: isThis ? qsTr("%1, this device: %2").arg(name).arg(condition) : qsTr("%1: %2").arg(name).arg(condition)

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Button {
            enabled: false // only its icon is wanted: that takes a colour
            background: null
            padding: 0
            icon.source: row.output ? "icons/speaker.svg" : "icons/remote.svg"
            icon.color: row.isThis ? Theme.accent : Theme.dim
            icon.width: Theme.unit * 6
            icon.height: Theme.unit * 6
            Accessible.ignored: true
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: row.name
                font.weight: row.isThis ? Font.DemiBold : Font.Normal
            }
            Words {
                Layout.fillWidth: true
                text: row.isThis ? qsTr("This device · %1").arg(row.condition) : row.condition
                color: Theme.dim
                font.pixelSize: Theme.small
            }
        }
    }
}
