// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Dialogs
import Segue

/// Asks for files to import, and for one to export to.
Item {
    id: files

    required property ImportController imports
    readonly property bool asking: sources.visible || target.visible
    property string playlistId

    FileDialog {
        id: sources

        title: qsTr("Import playlists, stations or a player's data")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Playlists, and databases of Strawberry and Clementine (*.m3u *.m3u8 *.pls *.db)"), qsTr("All files (*)")]
        onAccepted: files.imports.take(selectedFiles)
    }
    FileDialog {
        id: target

        fileMode: FileDialog.SaveFile
        defaultSuffix: "m3u8"
        nameFilters: [qsTr("Playlists (*.m3u8 *.m3u *.pls)")]
        onAccepted: files.imports.write(files.playlistId, selectedFile)
    }
    Connections {
        target: files.imports
        function onFilesWanted() {
            sources.open();
        }
        function onTargetWanted(playlistId: string, name: string) {
            files.playlistId = playlistId;
            target.title = qsTr("Export “%1”").arg(name);
            target.open();
        }
    }
}
