// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The open album and its tracks.
FocusScope {
    id: page

    required property LibraryController library
    required property PlayerController player
    required property QueueModel queue
    required property PersonalController personal
    required property TagController tags
    readonly property string shownAlbum: library.albumOpen ? library.albumId : ""

    onShownAlbumChanged: tracks.rewind()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.margin

        AlbumHead {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            Layout.bottomMargin: 0
            library: page.library
            roomy: page.height > Theme.unit * 110
            onBack: page.library.closeAlbum()
            onAdd: page.queue.add(page.library.albumTrackIds(), "album", page.library.albumId)
            onEdit: page.tags.edit(page.library.albumTrackIds())
            onPlay: page.player.play(page.library.albumFirstTrack, "album", page.library.albumId)
        }
        TrackList {
            id: tracks

            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            model: page.library.albumTracks
            player: page.player
            queue: page.queue
            personal: page.personal
            tags: page.tags
            numbered: true
            fromIs: "album"
            fromIsId: page.library.albumId
        }
    }
}
