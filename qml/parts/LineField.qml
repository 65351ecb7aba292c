// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// One line to type into; its placeholder is its name.
TextField {
    id: field

    implicitHeight: Theme.control
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * 1.5
    color: Theme.text
    font.pixelSize: Theme.body
    placeholderTextColor: Theme.dim
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter

    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.line
    }
}
