// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// An upright slider of decibels around a middle of zero, with its name under it.
Item {
    id: level

    required property string label
    required property real given
    signal moved(real gainDb)

    implicitWidth: Theme.unit * 9
    implicitHeight: Theme.unit * 40

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: (slider.value > 0 ? "+" : "") + slider.value.toLocaleString(Qt.locale(), "f", slider.value % 1 === 0 ? 0 : 1)
        color: slider.value === 0 ? Theme.dim : Theme.text
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    Slider {
        id: slider

        anchors.fill: parent
        anchors.topMargin: Theme.unit * 5
        anchors.bottomMargin: Theme.unit * 5
        orientation: Qt.Vertical
        from: -12
        to: 12
        stepSize: 0.5
        snapMode: Slider.SnapAlways
        padding: 0
        focusPolicy: Qt.TabFocus
        Accessible.name: qsTr("%1 Hz, decibels").arg(level.label)
        onMoved: level.moved(value)

        Binding on value {
            value: level.given
            when: !slider.pressed
            restoreMode: Binding.RestoreNone
        }
        background: Item {
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.unit
                height: parent.height
                radius: width / 2
                color: Theme.line
            }
            Rectangle {
                readonly property real middle: parent.height / 2
                readonly property real place: slider.visualPosition * parent.height

                anchors.horizontalCenter: parent.horizontalCenter
                y: Math.min(middle, place)
                width: Theme.unit
                height: Math.abs(place - middle)
                radius: width / 2
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: (slider.width - width) / 2
            y: slider.visualPosition * (slider.height - height)
            width: Theme.unit * 3.5
            height: width
            radius: width / 2
            color: slider.enabled ? Theme.accent : Theme.dim

            FocusRing {
                anchors.margins: -4
                radius: height / 2
                visible: slider.visualFocus
            }
        }
    }
    Words {
        anchors.bottom: parent.bottom
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: level.label
        color: Theme.dim
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
