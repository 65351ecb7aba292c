// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

ScrollBar {
    id: bar

    policy: size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    minimumSize: 0.06
    padding: Theme.unit / 2

    contentItem: Rectangle {
        implicitWidth: Theme.unit
        radius: width / 2
        color: Theme.dim
        opacity: bar.pressed ? 0.9 : bar.hovered ? 0.6 : 0.3
    }
}
