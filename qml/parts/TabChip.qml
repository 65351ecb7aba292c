// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// One of the library's views, with the number of what it shows.
Button {
    id: chip

    required property int count

    checkable: true
    autoExclusive: true
    focusPolicy: Qt.TabFocus
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * 1.5
    implicitHeight: Theme.control

    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.description: qsTr("%n found", "", count)
    Accessible.selectable: true
    Accessible.selected: checked

    contentItem: Row {
        spacing: Theme.unit * 1.5

        Words {
            height: parent.height
            text: chip.text
            font.weight: chip.checked ? Font.DemiBold : Font.Normal
            color: chip.checked ? Theme.accent : Theme.text
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
        color: chip.checked ? Theme.accentWash : chip.hovered ? Theme.hover : "transparent"

        FocusRing {
            radius: height / 2
            visible: chip.visualFocus
        }
    }
}
