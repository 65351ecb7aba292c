// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The library's views, one at a time.
StackLayout {
    id: pages

    required property LibraryController library
    required property BrowseController browse
    required property PersonalController personal
    required property PlayerController player
    required property QueueModel queue
    /// "albums", "tracks", or one of the browser's.
    required property string section
    /// Somebody types into the search field and wants to go on.
    required property bool typing

    readonly property bool searching: library.search !== ""
    /// A search that finds no album shows the tracks it finds.
    readonly property bool showsTracks: section === "tracks"
        || (searching && library.albumCount === 0 && library.trackCount > 0)
    readonly property bool browses: !searching && section !== "albums" && section !== "tracks"
    readonly property Item shown: children[currentIndex]
    readonly property bool moving: grid.activeFocus

    function enter() {
        if (browses && !library.albumOpen)
            browsePage.enter();
        else
            shown.forceActiveFocus();
    }

    currentIndex: library.albumOpen ? 2 : browses ? 4 : library.emptyText !== "" ? 3 : showsTracks ? 1 : 0
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
        personal: pages.personal
        numbered: false
        fromIs: "tracks"
        fromIsId: "0"
    }
    AlbumPage {
        library: pages.library
        player: pages.player
        queue: pages.queue
        personal: pages.personal
    }
    EmptyPage {
        text: pages.library.emptyText
        detail: pages.library.emptyDetail
    }
    BrowsePage {
        id: browsePage

        browse: pages.browse
        personal: pages.personal
        player: pages.player
        queue: pages.queue
    }
}
