// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A slider that shows what it is given, except while somebody drags it.
Slider {
    id: slider

    required property real given
    property bool snaps: true
    /// With the focus on it the arrows move it; otherwise they are the window's.
    property bool takesArrows: true
    /// Its handle is seen also while nobody is about to move it.
    property bool shown: false

    implicitHeight: Theme.unit * 5
    padding: 0
    focusPolicy: Qt.TabFocus
    snapMode: snaps ? Slider.SnapAlways : Slider.NoSnap

    Binding on value {
        value: slider.given
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
            x: slider.mirrored ? parent.width - width : 0
            width: slider.position * parent.width
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
        visible: slider.shown || slider.enabled && (slider.hovered || slider.pressed || slider.visualFocus)

        FocusRing {
            anchors.margins: -4
            radius: height / 2
            visible: slider.visualFocus
        }
    }
}
