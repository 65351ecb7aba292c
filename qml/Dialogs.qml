// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import Segue

/// What opens over the window.
Item {
    id: dialogs

    required property PlayerController player
    required property DeviceModel devices
    required property LibraryController library
    required property PersonalController personal
    required property FoldersController folders
    readonly property bool open: devicesPanel.opened || problems.opened || naming.opened || folder.visible

    function showDevices() {
        devicesPanel.open();
    }
    function showProblems() {
        problems.open();
    }
    function askForFolder() {
        folder.open();
    }

    DevicesPopup {
        id: devicesPanel

        x: dialogs.width - width - Theme.margin
        y: dialogs.height - height - Theme.gap
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 80)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        devices: dialogs.devices
        player: dialogs.player
    }
    NameDialog {
        id: naming

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 90)
        height: Theme.unit * 30
        personal: dialogs.personal
    }
    ProblemsPopup {
        id: problems

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 160)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.margin)
        library: dialogs.library
    }
    FolderDialog {
        id: folder

        title: qsTr("Folder with music")
        onAccepted: dialogs.folders.add(selectedFolder)
    }
    Connections {
        target: dialogs.personal
        function onNameWanted(playlistId: string, name: string, trackIds: list<string>) {
            naming.ask(playlistId, name, trackIds);
        }
    }
}
