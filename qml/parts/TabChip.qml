// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// One of the library's views, with the number of what it shows.
Button {
    id: chip

    required property int count
    required property bool current

    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * 1.5
    implicitHeight: Theme.control

    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.description: qsTr("%1 found").arg(count)
    Accessible.selectable: true
    Accessible.selected: current

    contentItem: Row {
        spacing: Theme.unit * 1.5

        Words {
            height: parent.height
            text: chip.text
            font.weight: chip.current ? Font.DemiBold : Font.Normal
            color: chip.current ? Theme.accent : Theme.text
        }
        Words {
            height: parent.height
            text: chip.count
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
    background: Rectangle {
        radius: height / 2
        color: chip.current ? Theme.accentWash : chip.hovered ? Theme.hover : "transparent"

        FocusRing {
            radius: height / 2
            visible: chip.visualFocus
        }
    }
}
