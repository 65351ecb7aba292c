// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// Where the music is.
SettingsCard {
    id: card

    required property FoldersController folders
    required property LibraryController library
    readonly property Item first: folders.fixed ? scan : add
    signal folderWanted
    signal problemsWanted

    title: qsTr("Music")

    Words {
        Layout.fillWidth: true
        visible: card.folders.folders.length === 0
        text: qsTr("No folder yet.")
        color: Theme.dim
    }
    Repeater {
        model: card.folders.folders

        FolderRow {
            required property string modelData

            Layout.fillWidth: true
            folder: modelData
            fixed: card.folders.fixed
            onRemoved: card.folders.remove(modelData)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: card.folders.removed !== ""
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("%1 was removed.").arg(card.folders.removed)
            elide: Text.ElideMiddle
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        TextButton {
            text: qsTr("Undo")
            iconName: "undo"
            onClicked: card.folders.putBack()
        }
        IconButton {
            name: qsTr("Dismiss")
            icon.source: "icons/clear.svg"
            onClicked: card.folders.forgetRemoved()
        }
    }
    Words {
        Layout.fillWidth: true
        visible: card.folders.fixed
        text: qsTr("Set on the command line.")
        color: Theme.dim
        font.pixelSize: Theme.small
    }
    ScanState {
        Layout.fillWidth: true
        library: card.library
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        TextButton {
            id: add

            visible: !card.folders.fixed
            text: qsTr("Add a folder…")
            iconName: "add"
            onClicked: card.folderWanted()
        }
        TextButton {
            id: scan

            text: card.library.scanning ? qsTr("Stop the scan") : qsTr("Scan now")
            iconName: card.library.scanning ? "clear" : "search"
            enabled: card.library.scanning || card.folders.folders.length > 0
            onClicked: card.library.scanning ? card.folders.cancelScan() : card.folders.scan()
        }
        TextButton {
            visible: card.library.problemCount > 0
            text: qsTr("%n file(s) could not be read", "", card.library.problemCount)
            iconName: "warning"
            onClicked: card.problemsWanted()
        }
    }
}
