// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Tracks, one a row. Double click or Enter asks for one.
ListView {
    id: list

    required property PlayerController player
    /// As in an album, or without numbers.
    required property bool numbered
    signal wanted(string trackId)

    function rewind() {
        currentIndex = 0;
        positionViewAtBeginning();
    }
    function wantCurrent() {
        forceLayout(); // keys may be faster than frames
        (currentItem as TrackRow)?.wanted();
    }

    clip: true
    reuseItems: true
    keyNavigationEnabled: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    leftMargin: Theme.gap
    rightMargin: Theme.gap
    bottomMargin: Theme.gap
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Tracks")

    delegate: TrackRow {
        required property int index

        width: list.width - list.leftMargin - list.rightMargin
        numbered: list.numbered
        current: trackId === list.player.trackId
        playing: list.player.playing
        selected: list.activeFocus && ListView.isCurrentItem
        onClicked: {
            list.currentIndex = index;
            list.forceActiveFocus();
        }
        onWanted: list.wanted(trackId)
    }

    Keys.onReturnPressed: wantCurrent()
    Keys.onEnterPressed: wantCurrent()
}
