// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The title of a page, the way back from it, and what can be done there.
RowLayout {
    id: head

    required property string title
    property bool canGoBack: false
    property alias actions: buttons.data
    signal back

    spacing: Theme.gap

    IconButton {
        visible: head.canGoBack
        name: qsTr("Back")
        icon.source: "icons/back.svg"
        directed: true
        onClicked: head.back()
    }
    Words {
        Layout.fillWidth: true
        text: head.title
        font.pixelSize: Theme.huge
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    RowLayout {
        id: buttons

        spacing: Theme.gap
    }
}
