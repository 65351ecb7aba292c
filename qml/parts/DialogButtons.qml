// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The end of a dialog: do it, or leave it.
RowLayout {
    id: row

    required property string acceptText
    property alias acceptable: accept.enabled
    readonly property Item cautious: reject
    signal accepted
    signal rejected

    spacing: Theme.gap

    Item {
        Layout.fillWidth: true
    }
    TextButton {
        id: reject

        text: qsTr("Cancel")
        onClicked: row.rejected()
    }
    TextButton {
        id: accept

        prominent: true
        text: row.acceptText
        onClicked: row.accepted()
    }
}
