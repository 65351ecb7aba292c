// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A section of the library, with the number of what it shows where that is known.
Button {
    id: entry

    required property string iconName
    /// -1 for none.
    required property int count
    required property bool current
    required property bool narrow

    focusPolicy: Qt.TabFocus
    implicitHeight: Theme.unit * 10
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    Keys.onReturnPressed: entry.clicked()
    Keys.onEnterPressed: entry.clicked()

    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.description: count >= 0 ? qsTr("%1 found").arg(count) : ""
    Accessible.selectable: true
    Accessible.selected: current
    ToolTip.text: text
    ToolTip.visible: narrow && hovered
    ToolTip.delay: 700

    contentItem: RowLayout {
        spacing: Theme.gap * 1.5

        Button {
            enabled: false // only its icon is wanted: that takes a colour
            background: null
            padding: 0
            icon.source: "icons/" + entry.iconName + ".svg"
            icon.color: entry.current ? Theme.accent : Theme.dim
            icon.width: Theme.icon
            icon.height: Theme.icon
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            visible: !entry.narrow
            text: entry.text
            font.weight: entry.current ? Font.DemiBold : Font.Normal
            color: entry.current ? Theme.accent : Theme.text
        }
        Words {
            visible: !entry.narrow && entry.count >= 0
            text: entry.count
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: entry.current ? Theme.accentWash : entry.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: entry.visualFocus
        }
    }
}
