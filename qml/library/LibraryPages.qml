// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The library's views, one at a time.
StackLayout {
    id: pages

    required property LibraryController library
    required property PlayerController player
    required property QueueModel queue
    required property bool showsTracks
    /// Somebody types into the search field and wants to go on.
    required property bool typing

    readonly property Item shown: children[currentIndex]
    readonly property bool moving: grid.activeFocus

    function enter() {
        shown.forceActiveFocus();
    }

    currentIndex: library.albumOpen ? 2 : library.emptyText !== "" ? 3 : showsTracks ? 1 : 0
    onShownChanged: if (!typing) enter()

    AlbumGrid {
        id: grid

        leftMargin: Theme.gap
        library: pages.library
        playingAlbumId: pages.player.albumId
        onOpened: albumId => pages.library.openAlbum(albumId)
    }
    TrackList {
        model: pages.library.tracks
        player: pages.player
        queue: pages.queue
        numbered: false
        fromIs: "tracks"
        fromIsId: "0"
    }
    AlbumPage {
        library: pages.library
        player: pages.player
        queue: pages.queue
    }
    EmptyPage {
        text: pages.library.emptyText
        detail: pages.library.emptyDetail
    }
}
