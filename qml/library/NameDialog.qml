// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks for the name of a playlist: of a new one, or of one that is to be renamed. Enter takes it.
Panel {
    id: dialog

    required property PersonalController personal
    property string playlistId
    property list<string> trackIds

    function ask(playlist: string, before: string, tracks: list<string>) {
        playlistId = playlist;
        trackIds = tracks;
        field.text = before;
        open();
        field.selectAll();
        field.forceActiveFocus();
    }
    function finish() {
        if (field.text.trim() === "")
            return;
        if (playlistId === "")
            personal.createPlaylist(field.text, trackIds);
        else
            personal.renamePlaylist(playlistId, field.text);
        close();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.margin

        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.margin

            Heading {
                Layout.fillWidth: true
                text: dialog.playlistId === "" ? qsTr("New playlist") : qsTr("Rename the playlist")
            }
            LineField {
                id: field

                Layout.fillWidth: true
                maximumLength: 200
                placeholderText: qsTr("Name of the playlist")
                onAccepted: dialog.finish()
            }
        }
        DialogButtons {
            Layout.fillWidth: true
            acceptText: dialog.playlistId === "" ? qsTr("Create") : qsTr("Rename")
            acceptable: field.text.trim() !== ""
            onAccepted: dialog.finish()
            onRejected: dialog.close()
        }
    }
}
