// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A button with words, and an icon before them if it has one.
Button {
    id: button

    property bool prominent: false
    /// Of the file in icons/; none where empty.
    property string iconName
    /// Where there is little room the icon has to do.
    property bool compact: false

    implicitHeight: Theme.control
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * (display === AbstractButton.IconOnly ? 1.5 : 2)
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.4
    font.pixelSize: Theme.body
    font.weight: prominent ? Font.DemiBold : Font.Normal
    display: compact && iconName !== "" ? AbstractButton.IconOnly : AbstractButton.TextBesideIcon
    icon.source: iconName !== "" ? "icons/" + iconName + ".svg" : ""
    icon.width: Theme.icon
    icon.height: Theme.icon
    icon.color: prominent ? Theme.accentText : Theme.accent
    palette.buttonText: prominent ? Theme.accentText : Theme.text

    Accessible.name: text
    ToolTip.text: text
    ToolTip.visible: hovered && !down && display === AbstractButton.IconOnly
    ToolTip.delay: 700

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: height / 2
        color: button.prominent ? Theme.accent : button.down || button.hovered ? Theme.raised : Theme.surface
        border.width: button.prominent ? 0 : 1
        border.color: Theme.line
        opacity: button.prominent && button.down ? 0.8 : 1

        FocusRing {
            anchors.margins: button.prominent ? -3 : 0
            radius: height / 2
            visible: button.visualFocus
        }
    }
}
