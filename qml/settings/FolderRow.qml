// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A music folder.
RowLayout {
    id: row

    required property string folder
    required property bool fixed
    signal removed

    spacing: Theme.gap
    Accessible.role: Accessible.ListItem
    Accessible.name: folder

    Button {
        enabled: false // only its icon is wanted: that takes a colour
        background: null
        padding: 0
        icon.source: "icons/folder.svg"
        icon.color: Theme.dim
        icon.width: Theme.icon
        icon.height: Theme.icon
        Accessible.ignored: true
    }
    Words {
        Layout.fillWidth: true
        text: row.folder
        elide: Text.ElideMiddle
    }
    IconButton {
        visible: !row.fixed
        name: qsTr("Remove %1 from the music").arg(row.folder)
        icon.source: "icons/remove.svg"
        onClicked: row.removed()
    }
}
