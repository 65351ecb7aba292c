// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A round button that is an icon; its name is told to whoever hovers or cannot see it.
Button {
    id: button

    required property string name
    property bool prominent: false
    property int size: Theme.control
    /// The icon points along the line of reading.
    property bool directed: false

    implicitWidth: size
    implicitHeight: size
    padding: 0
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.35
    display: AbstractButton.IconOnly
    icon.width: Math.round(size * 0.6)
    icon.height: Math.round(size * 0.6)
    transform: Scale {
        origin.x: button.width / 2
        xScale: button.directed && button.mirrored ? -1 : 1
    }
    icon.color: prominent ? Theme.accentText : checked ? Theme.accent : Theme.text

    Accessible.name: name
    ToolTip.text: name
    ToolTip.visible: hovered && !down
    ToolTip.delay: 700

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: width / 2
        color: button.prominent ? Theme.accent : button.down ? Theme.raised : button.hovered ? Theme.hover : "transparent"
        opacity: button.prominent && button.down ? 0.8 : 1

        FocusRing {
            anchors.margins: button.prominent ? -3 : 0
            radius: height / 2
            visible: button.visualFocus
        }
    }
}
