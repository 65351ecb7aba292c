// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks before a profile goes, with all it has.
Panel {
    id: dialog

    required property UsersController users
    property string userId
    property string name
    property int playlists
    property int favourites

    function ask(user: string, userName: string, playlistCount: int, favouriteCount: int) {
        userId = user;
        name = userName;
        playlists = playlistCount;
        favourites = favouriteCount;
        open();
        buttons.cautious.forceActiveFocus();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        Heading {
            Layout.fillWidth: true
            text: qsTr("Delete the profile %1?").arg(dialog.name)
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Its queue, its history and its radio stations are deleted too, and cannot be brought back.")
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            visible: dialog.playlists > 0
            text: qsTr("%n playlist(s) with it.", "", dialog.playlists)
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            visible: dialog.favourites > 0
            text: qsTr("%n favourite(s) with it.", "", dialog.favourites)
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("The music itself stays. Its devices may still come in, as everybody.")
            wrapMode: Text.Wrap
        }
        DialogButtons {
            id: buttons

            Layout.fillWidth: true
            acceptText: qsTr("Delete")
            onAccepted: {
                dialog.users.remove(dialog.userId);
                dialog.close();
            }
            onRejected: dialog.close()
        }
    }
}
