// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import Segue

/// What opens over the window.
Item {
    id: dialogs

    required property Controllers controllers
    /// Something is open.
    readonly property bool covering: devicesPanel.opened || problems.opened || naming.opened || deviceNaming.opened
        || tagEditor.opened || station.opened || invitation.opened || revoking.opened || profile.opened || removal.opened
        || asking.activeFocus || folder.visible || lists.asking

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

        x: mirrored ? Theme.margin : dialogs.width - width - Theme.margin
        y: dialogs.height - height - Theme.gap
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 100)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        devices: dialogs.controllers.devices
        otherPlayers: dialogs.controllers.otherPlayers
        player: dialogs.controllers.player
        users: dialogs.controllers.users
    }
    NameDialog {
        id: naming

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 90)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        personal: dialogs.controllers.personal
    }
    DeviceNameDialog {
        id: deviceNaming

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 90)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        devices: dialogs.controllers.devices
    }
    TagDialog {
        id: tagEditor

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 130)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        tags: dialogs.controllers.tags
    }
    StationDialog {
        id: station

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 110)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        radio: dialogs.controllers.radio
    }
    InvitationDialog {
        id: invitation

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 160)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        invitation: dialogs.controllers.invitation
    }
    RevokeDialog {
        id: revoking

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 110)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        admission: dialogs.controllers.admission
    }
    ProfileDialog {
        id: profile

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 90)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        users: dialogs.controllers.users
    }
    RemoveProfileDialog {
        id: removal

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 110)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.gap)
        users: dialogs.controllers.users
    }
    AskingBanner {
        id: asking

        x: (dialogs.width - width) / 2
        y: Theme.gap
        width: Math.min(dialogs.width - 2 * Theme.gap, Theme.unit * 200)
        admission: dialogs.controllers.admission
    }
    ProblemsPopup {
        id: problems

        anchors.centerIn: parent
        width: Math.min(dialogs.width - 2 * Theme.margin, Theme.unit * 160)
        height: Math.min(implicitHeight, dialogs.height - 2 * Theme.margin)
        library: dialogs.controllers.library
    }
    FolderDialog {
        id: folder

        title: qsTr("Folder with music")
        onAccepted: dialogs.controllers.folders.add(selectedFolder)
    }
    ListFiles {
        id: lists

        imports: dialogs.controllers.imports
    }
    // Not by Connections: qmllint does not know that a list model is an object.
    Component.onCompleted: controllers.devices.nameWanted.connect(deviceNaming.ask)

    Connections {
        target: dialogs.controllers.invitation
        function onWanted() {
            invitation.invite();
        }
    }
    Connections {
        target: dialogs.controllers.admission
        function onRevokeWanted(tokenId: string, name: string) {
            revoking.ask(tokenId, name);
        }
    }
    Connections {
        target: dialogs.controllers.users
        function onNameWanted(userId: string, name: string) {
            profile.ask(userId, name);
        }
        function onRemovalWanted(userId: string, name: string, playlists: int, favourites: int) {
            removal.ask(userId, name, playlists, favourites);
        }
    }
    Connections {
        target: dialogs.controllers.radio
        function onStationWanted(stationId: string, name: string, address: string) {
            station.ask(stationId, name, address);
        }
    }
    Connections {
        target: dialogs.controllers.personal
        function onNameWanted(playlistId: string, name: string, trackIds: list<string>) {
            naming.ask(playlistId, name, trackIds);
        }
    }
}
