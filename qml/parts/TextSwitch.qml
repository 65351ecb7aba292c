// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// On or off, with words; it shows what it is given.
Switch {
    id: control

    required property bool given
    signal chosen(bool on)

    implicitHeight: Theme.control
    padding: 0
    spacing: Theme.gap
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.6
    font.pixelSize: Theme.body
    Accessible.name: text
    onToggled: {
        const wanted = checked;
        checked = Qt.binding(() => control.given);
        chosen(wanted);
    }
    checked: given
    Keys.onReturnPressed: chosen(!given)
    Keys.onEnterPressed: chosen(!given)

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        width: Theme.unit * 9
        height: Theme.unit * 5
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.raised
        border.width: control.checked ? 0 : 1
        border.color: Theme.dim

        Rectangle {
            readonly property real rest: Theme.unit

            x: control.checked !== control.mirrored ? parent.width - width - rest : rest
            y: rest
            width: parent.height - 2 * rest
            height: width
            radius: width / 2
            color: control.checked ? Theme.accentText : Theme.dim

            Behavior on x {
                NumberAnimation { duration: Theme.quick }
            }
        }
        FocusRing {
            anchors.margins: -3
            radius: height / 2
            visible: control.visualFocus
        }
    }
    contentItem: Words {
        leftPadding: control.mirrored ? 0 : control.indicator.width + control.spacing
        rightPadding: control.mirrored ? control.indicator.width + control.spacing : 0
        text: control.text
    }
}
