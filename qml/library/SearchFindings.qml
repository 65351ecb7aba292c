// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// What a search has found besides tracks.
Column {
    id: found

    required property SearchController search
    required property LibraryController library
    required property PlayerController player
    signal entryWanted(string section, string entryId)
    readonly property bool moving: albums.activeFocus

    leftPadding: Theme.gap
    spacing: Theme.gap
    topPadding: Theme.margin
    bottomPadding: Theme.gap

    Heading {
        visible: found.search.artistCount > 0
        text: qsTr("Artists")
    }
    EntryChips {
        width: found.width - found.leftPadding
        model: found.search.artists
        iconName: "artist"
        onOpened: entryId => found.entryWanted("artists", entryId)
    }
    Heading {
        visible: found.search.albumCount > 0
        text: qsTr("Albums")
    }
    AlbumStrip {
        id: albums

        width: found.width - found.leftPadding
        model: found.search.albums
        coverRevision: found.library.coverRevision
        playingAlbumId: found.player.albumId
        onOpened: albumId => found.library.openAlbum(albumId)
    }
    Heading {
        visible: found.search.playlistCount > 0
        text: qsTr("Playlists")
    }
    EntryChips {
        width: found.width - found.leftPadding
        model: found.search.playlists
        iconName: "queue"
        onOpened: entryId => found.entryWanted("playlists", entryId)
    }
    Heading {
        visible: found.search.stationCount > 0
        text: qsTr("Radio")
    }
    EntryChips {
        width: found.width - found.leftPadding
        model: found.search.stations
        iconName: "radio"
        onOpened: entryId => found.player.play(entryId, "radio", "0")
    }
    Heading {
        visible: found.search.trackCount > 0
        text: qsTr("Tracks")
    }
}
