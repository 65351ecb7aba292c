// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

ListView {
    id: list

    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Devices")

    delegate: DeviceRow {
        width: list.width
    }
}
