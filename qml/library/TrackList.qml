// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Tracks, one a row. Double click or Enter plays one, Ctrl+Enter plays it next, Shift+Enter queues it, L makes it a
/// favourite, F2 edits its tags; a right click or the menu key shows what else there is. In a playlist Delete takes one out, Alt with Up
/// and Down moves it, and so does its grip.
ListView {
    id: list

    required property PlayerController player
    required property QueueModel queue
    required property PersonalController personal
    required property TagController tags
    /// As in an album, or without numbers.
    required property bool numbered
    /// Where these tracks are from, for the queue.
    required property string fromIs
    required property string fromIsId
    /// Stands on top of the first row and moves with the rows. Not a header: Qt 6.4 cannot make one in a file
    /// whose components are bound.
    property Item above: null
    /// Tracks can be moved and taken out.
    property bool editable: false
    signal moved(int from, int to)
    signal removed(int row)

    function rewind() {
        currentIndex = 0;
        contentY = originY - topMargin;
    }
    function moveCurrent(by: int) {
        const to = currentIndex + by;
        if (to >= 0 && to < count)
            moved(currentIndex, to);
    }
    function play(trackId: string) {
        player.play(trackId, fromIs, fromIsId);
    }
    function playNext(trackId: string) {
        queue.playNext([trackId], fromIs, fromIsId);
    }
    function add(trackId: string) {
        queue.add([trackId], fromIs, fromIsId);
    }
    function actOnCurrent(modifiers: int) {
        forceLayout(); // keys may be faster than frames
        const row = currentItem as TrackRow;
        if (!row)
            return;
        if (modifiers & Qt.ControlModifier)
            playNext(row.trackId);
        else if (modifiers & Qt.ShiftModifier)
            add(row.trackId);
        else
            play(row.trackId);
    }
    function openMenu(row: TrackRow) {
        menu.trackId = row.trackId;
        menu.row = editable ? currentIndex : -1;
        menu.popup(row, row.width / 2, row.height / 2);
    }

    clip: true
    reuseItems: true
    keyNavigationEnabled: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    topMargin: above ? above.height : 0
    onTopMarginChanged: rewind()
    onAboveChanged: if (above) above.parent = contentItem
    leftMargin: Theme.gap
    rightMargin: Theme.gap
    bottomMargin: Theme.gap
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Tracks")

    Binding {
        target: list.above
        property: "y"
        value: list.originY - list.topMargin
    }

    delegate: TrackRow {
        required property int index

        width: list.width - list.leftMargin - list.rightMargin
        numbered: list.numbered
        current: trackId === list.player.trackId
        playing: list.player.playing
        selected: list.activeFocus && ListView.isCurrentItem
        movable: list.editable
        favourite: list.personal.favouriteRevision >= 0 && list.personal.isFavourite(trackId)
        failure: list.player.failureRevision > 0 ? list.player.failureOf(trackId) : ""
        onFavouriteWanted: list.personal.toggleFavourite(trackId)
        onClicked: {
            list.currentIndex = index;
            list.forceActiveFocus();
        }
        onWanted: if (present) list.play(trackId)
        onDropped: by => list.moved(index, Math.max(0, Math.min(list.count - 1, index + by)))
        onMenuWanted: {
            list.currentIndex = index;
            list.openMenu(this);
        }
    }

    TrackMenu {
        id: menu

        personal: list.personal
        onTagsWanted: list.tags.edit([trackId])
        onPlayWanted: list.play(trackId)
        onPlayNextWanted: list.playNext(trackId)
        onAddWanted: list.add(trackId)
        onRemoveWanted: list.removed(row)
    }

    Keys.onReturnPressed: event => actOnCurrent(event.modifiers)
    Keys.onEnterPressed: event => actOnCurrent(event.modifiers)
    Keys.onDeletePressed: if (editable) removed(currentIndex)
    Keys.onPressed: event => {
        const row = currentItem as TrackRow;
        const vertical = event.key === Qt.Key_Up || event.key === Qt.Key_Down;
        if (event.key === Qt.Key_L && row)
            personal.toggleFavourite(row.trackId);
        else if (event.key === Qt.Key_F2 && row)
            tags.edit([row.trackId]);
        else if (editable && vertical && event.modifiers & Qt.AltModifier)
            moveCurrent(event.key === Qt.Key_Up ? -1 : 1);
        else
            return;
        event.accepted = true;
    }
    Keys.onMenuPressed: if (currentItem) openMenu(currentItem as TrackRow)
}
