// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
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

        Words {
            Layout.fillWidth: true
            text: dialog.playlistId === "" ? qsTr("New playlist") : qsTr("Rename the playlist")
            font.pixelSize: Theme.large
            font.weight: Font.DemiBold
        }
        TextField {
            id: field

            Layout.fillWidth: true
            maximumLength: 200
            color: Theme.text
            font.pixelSize: Theme.body
            placeholderText: qsTr("Name")
            placeholderTextColor: Theme.dim
            selectByMouse: true
            Accessible.name: qsTr("Name of the playlist")
            background: Rectangle {
                radius: Theme.radius
                color: Theme.raised
                border.color: field.activeFocus ? Theme.accent : Theme.line
            }
            onAccepted: dialog.finish()
        }
    }
}
