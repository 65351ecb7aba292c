// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A line to type into.
TextField {
    id: field

    implicitHeight: Theme.control
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap * 1.5
    color: Theme.text
    opacity: enabled ? 1 : 0.6
    font.pixelSize: Theme.body
    placeholderTextColor: Theme.dim
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: field.activeFocus ? 2 : 0
        border.color: Theme.accent
    }
}
