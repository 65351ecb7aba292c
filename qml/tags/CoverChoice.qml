// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Segue

/// Chooses a picture to become the cover.
RowLayout {
    id: row

    required property url cover
    signal chosen(url file)

    spacing: Theme.gap

    Words {
        Layout.preferredWidth: Theme.unit * 29
        text: qsTr("Cover")
        color: Theme.dim
        horizontalAlignment: Text.AlignRight
    }
    Image {
        Layout.preferredWidth: Theme.control
        Layout.preferredHeight: Theme.control
        visible: status === Image.Ready
        source: row.cover
        sourceSize.width: Theme.control * 2
        sourceSize.height: Theme.control * 2
        fillMode: Image.PreserveAspectCrop
        Accessible.name: qsTr("The new cover")
    }
    TextButton {
        text: qsTr("Choose a picture…")
        onClicked: files.open()
    }
    Item {
        Layout.fillWidth: true
    }
    FileDialog {
        id: files

        title: qsTr("Choose a picture")
        nameFilters: [qsTr("Pictures (*.jpg *.jpeg *.png)")]
        onAccepted: row.chosen(selectedFile)
    }
}
