// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// All there is to set.
FocusScope {
    id: page

    required property SettingsController settings
    required property SoundController sound
    required property LoudnessController loudness
    required property FoldersController folders
    required property LibraryController library
    required property DeviceModel devices
    required property PlayerController player
    required property AdmissionController admission
    required property InvitationController invitation
    required property HubsController hubs
    required property UsersController users
    readonly property Item focused: Window.activeFocusItem
    signal folderWanted
    signal problemsWanted

    onActiveFocusChanged: if (activeFocus && focused === page) music.first.forceActiveFocus(Qt.TabFocusReason)

    Scroller {
        anchors.fill: parent
        margin: Theme.margin
        mostWidth: Theme.unit * 180
        spacing: Theme.margin

        Words {
            Layout.fillWidth: true
            text: qsTr("Settings")
            font.pixelSize: Theme.huge
            font.weight: Font.Bold
        }
        NoticeBar {
            Layout.fillWidth: true
            text: page.settings.fault
            alarming: true
        }
        MusicSettings {
            id: music

            folders: page.folders
            library: page.library
            onFolderWanted: page.folderWanted()
            onProblemsWanted: page.problemsWanted()
        }
        SoundSettings {
            settings: page.settings
            sound: page.sound
            loudness: page.loudness
            player: page.player
        }
        EqualizerSettings {
            visible: !page.sound.silent
            settings: page.settings
            sound: page.sound
        }
        LookSettings {
            settings: page.settings
        }
        HubSettings {
            settings: page.settings
            devices: page.devices
            admission: page.admission
            invitation: page.invitation
        }
        OtherHubs {
            hubs: page.hubs
        }
        ProfileSettings {
            users: page.users
        }
        AdmittedSettings {
            admission: page.admission
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Kept in %1, under the names that the command line has.").arg(page.settings.file)
            color: Theme.dim
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
}
