// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A few choices side by side, one of which holds.
Rectangle {
    id: segments

    /// Of {value, text}.
    required property var choices
    required property string given
    required property string name
    signal chosen(string value)

    implicitWidth: row.implicitWidth + Theme.unit
    implicitHeight: Theme.control
    radius: Theme.radius
    color: Theme.raised
    opacity: enabled ? 1 : 0.6
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.unit / 2
        spacing: Theme.unit / 2

        Repeater {
            model: segments.choices

            AbstractButton {
                id: choice

                required property var modelData
                readonly property bool holds: modelData.value === segments.given

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: words.implicitWidth + Theme.unit * 6
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData.text
                Accessible.checkable: true
                Accessible.checked: holds
                onClicked: segments.chosen(modelData.value)
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                Keys.onRightPressed: nextItemInFocusChain(!mirrored).forceActiveFocus(Qt.TabFocusReason)
                Keys.onLeftPressed: nextItemInFocusChain(mirrored).forceActiveFocus(Qt.TabFocusReason)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radius - 1
                    color: choice.holds ? Theme.surface : choice.hovered ? Theme.hover : "transparent"

                    FocusRing {
                        visible: choice.visualFocus
                    }
                }
                Words {
                    id: words

                    anchors.fill: parent
                    horizontalAlignment: Text.AlignHCenter
                    text: choice.modelData.text
                    color: choice.holds ? Theme.accent : Theme.text
                    font.weight: choice.holds ? Font.DemiBold : Font.Normal
                }
            }
        }
    }
}
