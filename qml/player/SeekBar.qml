// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// Where the track is. Shows the hub's position except while somebody drags.
RowLayout {
    id: bar

    required property int positionMs
    required property int durationMs
    signal seekWanted(int positionMs)

    spacing: Theme.gap

    Duration {
        Layout.minimumWidth: Theme.unit * 9
        horizontalAlignment: Text.AlignRight
        durationMs: slider.value
        opacity: bar.durationMs > 0 || bar.positionMs > 0 ? 1 : 0
    }
    Slider {
        id: slider

        Layout.fillWidth: true
        implicitHeight: Theme.unit * 5
        padding: 0
        enabled: bar.durationMs > 0
        focusPolicy: Qt.TabFocus
        to: Math.max(1, bar.durationMs)
        stepSize: 1
        onPressedChanged: if (!pressed) bar.seekWanted(value)
        Accessible.name: qsTr("Position in the track")

        Binding on value {
            value: bar.positionMs
            when: !slider.pressed
            restoreMode: Binding.RestoreNone
        }
        background: Rectangle {
            y: (slider.height - height) / 2
            width: slider.width
            height: Theme.unit
            radius: height / 2
            color: Theme.line

            Rectangle {
                width: slider.visualPosition * parent.width
                height: parent.height
                radius: height / 2
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: slider.visualPosition * (slider.width - width)
            y: (slider.height - height) / 2
            width: Theme.unit * 3.5
            height: width
            radius: width / 2
            color: Theme.accent
            visible: slider.enabled && (slider.hovered || slider.pressed || slider.visualFocus)

            FocusRing {
                anchors.margins: -4
                radius: height / 2
                visible: slider.visualFocus
            }
        }
    }
    Duration {
        Layout.minimumWidth: Theme.unit * 9
        durationMs: bar.durationMs
        opacity: bar.durationMs > 0 ? 1 : 0
    }
}
