// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// All albums, or those a search finds.
GridView {
    id: grid

    required property LibraryController library
    required property string playingAlbumId
    signal opened(string albumId)

    function openCurrent() {
        forceLayout(); // keys may be faster than frames
        (currentItem as AlbumCard)?.opened();
    }

    readonly property int columns: Math.max(2, Math.floor((width - leftMargin) / (Theme.unit * 48)))

    model: library.albums
    cellWidth: Math.floor((width - leftMargin) / columns)
    cellHeight: cellWidth + Theme.unit * 10
    clip: true
    reuseItems: true
    cacheBuffer: cellHeight
    keyNavigationEnabled: true
    activeFocusOnTab: true
    currentIndex: 0
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Albums")

    delegate: AlbumCard {
        required property int index

        width: grid.cellWidth
        height: grid.cellHeight
        coverRevision: grid.library.coverRevision
        selected: grid.activeFocus && GridView.isCurrentItem
        playing: albumId === grid.playingAlbumId
        onOpened: {
            grid.currentIndex = index;
            grid.opened(albumId);
        }
    }

    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
}
