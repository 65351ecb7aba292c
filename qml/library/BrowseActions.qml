// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What can be done with the tracks of an open section, and with playlists.
RowLayout {
    id: row

    required property BrowseController browse
    required property PersonalController personal
    required property TagController tags
    required property PlayerController player
    required property QueueModel queue
    required property ImportController imports
    required property bool compact
    readonly property bool playlists: browse.section === "playlists"

    function playAll() {
        const tracks = browse.trackIds();
        if (browse.listed)
            player.playAmong(tracks, tracks[0], browse.fromIs, browse.fromIsId);
        else
            player.play(tracks[0], browse.fromIs, browse.fromIsId);
    }

    spacing: Theme.gap

    IconButton {
        visible: row.playlists && row.personal.canUndo
        name: qsTr("Undo: %1").arg(row.personal.undoText)
        icon.source: "icons/undo.svg"
        onClicked: row.personal.undo()
    }
    TextButton {
        visible: row.playlists && !row.browse.entryOpen
        text: qsTr("New playlist…")
        iconName: "add"
        compact: row.compact
        onClicked: row.personal.askForName("", "", [])
    }
    TextButton {
        visible: row.playlists && !row.browse.entryOpen
        enabled: !row.imports.running
        text: qsTr("Import…")
        iconName: "import"
        compact: row.compact
        onClicked: row.imports.askForFiles()
    }
    IconButton {
        visible: row.playlists && row.browse.entryOpen
        enabled: !row.imports.running
        name: qsTr("Export this playlist…")
        icon.source: "icons/export.svg"
        onClicked: row.imports.askForTarget(row.browse.fromIsId, row.browse.title)
    }
    IconButton {
        visible: row.browse.showsTracks && row.browse.hasTracks
        name: qsTr("Edit the tags of all")
        icon.source: "icons/edit.svg"
        onClicked: row.tags.edit(row.browse.trackIds())
    }
    IconButton {
        visible: row.browse.showsTracks && row.browse.hasTracks
        name: qsTr("Add all to the queue")
        icon.source: "icons/queue.svg"
        onClicked: row.queue.add(row.browse.trackIds(), row.browse.fromIs, row.browse.fromIsId)
    }
    IconButton {
        visible: row.browse.showsTracks && row.browse.hasTracks
        prominent: true
        name: qsTr("Play all")
        icon.source: "icons/play.svg"
        onClicked: row.playAll()
    }
}
