// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A button with words on it.
Button {
    id: button

    property bool prominent: false
    /// Of the file in icons/; none where empty.
    property string iconName
    readonly property color ink: prominent ? Theme.accentText : Theme.text

    implicitHeight: Theme.unit * (prominent ? 12 : 9)
    implicitWidth: Math.ceil(implicitContentWidth + leftPadding + rightPadding)
    verticalPadding: 0
    leftPadding: Theme.unit * (prominent ? 5 : 3.5)
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.4

    Accessible.name: text
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: RowLayout {
        spacing: Theme.gap

        Button {
            visible: button.iconName !== ""
            enabled: false // only its icon is wanted: that takes a colour
            background: null
            padding: 0
            icon.source: button.iconName !== "" ? "icons/" + button.iconName + ".svg" : ""
            icon.color: button.ink
            icon.width: Theme.icon
            icon.height: Theme.icon
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: button.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
            text: button.text
            color: button.ink
            elide: Text.ElideMiddle
            font.pixelSize: button.prominent ? Theme.large : Theme.body
            font.weight: button.prominent ? Font.DemiBold : Font.Normal
        }
    }
    background: Rectangle {
        radius: Theme.radius * 1.5
        color: button.prominent ? Theme.accent : button.down ? Theme.line : Theme.raised
        opacity: button.prominent && (button.down || button.hovered) ? 0.85 : 1

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: !button.prominent && button.hovered
            color: Theme.hover
        }
        FocusRing {
            anchors.margins: -4
            radius: parent.radius + 4
            visible: button.activeFocus
        }
    }
}
