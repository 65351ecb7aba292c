// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// How far something has got.
ProgressBar {
    id: progress

    implicitHeight: Theme.unit

    background: Rectangle {
        implicitHeight: Theme.unit
        radius: height / 2
        color: Theme.line
    }
    contentItem: Item {
        Rectangle {
            x: progress.mirrored ? parent.width - width : 0
            width: progress.position * parent.width
            height: parent.height
            radius: height / 2
            color: Theme.accent
        }
    }
}
