// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A few albums in one row, to be looked through sideways.
ListView {
    id: strip

    required property string playingAlbumId
    required property int coverRevision
    signal opened(string albumId)

    function openCurrent() {
        forceLayout(); // keys may be faster than frames
        (currentItem as AlbumCard)?.opened();
    }

    implicitHeight: count > 0 ? Theme.unit * 52 : 0
    visible: count > 0
    orientation: ListView.Horizontal
    clip: true
    reuseItems: true
    activeFocusOnTab: true
    currentIndex: 0
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.horizontal: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Albums")

    delegate: AlbumCard {
        required property int index

        width: Theme.unit * 42
        height: strip.height
        coverRevision: strip.coverRevision
        selected: strip.activeFocus && ListView.isCurrentItem
        playing: albumId === strip.playingAlbumId
        onOpened: {
            strip.currentIndex = index;
            strip.opened(albumId);
        }
    }

    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
}
