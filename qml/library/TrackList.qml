// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Tracks, one a row. Double click or Enter plays one, Ctrl+Enter plays it next, Shift+Enter queues it, L makes it a
/// favourite, F2 edits its tags; a right click or the menu key shows what else there is. Ctrl+click or Ctrl+Space selects,
/// Shift with a click, Up or Down extends, Ctrl+A selects all, Escape none: what is done to one of the selected is done
/// to all. In a playlist Delete takes out, Alt with Up and Down moves one, and so does its grip.
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
    /// The hub cannot know what is listed here.
    property bool listed: false
    /// Stands on top of the first row and moves with the rows. Not a header: Qt 6.4 cannot make one in a file
    /// whose components are bound.
    property Item above: null
    /// Tracks can be moved and taken out.
    property bool editable: false
    signal moved(int from, int to)
    /// Of row numbers.
    signal removed(var rows)

    /// Another list is shown.
    function rewind() {
        chosen.clear();
        currentIndex = 0;
        contentY = originY - topMargin;
    }
    function choose(row: int, modifiers: int) {
        if (modifiers & Qt.ShiftModifier)
            chosen.extend(currentIndex, row);
        else if (modifiers & Qt.ControlModifier)
            chosen.toggle(currentIndex, row);
        else
            chosen.pick(row);
        currentIndex = row;
        forceActiveFocus();
    }
    function go(by: int, modifiers: int): bool {
        const to = currentIndex + by;
        const wanted = modifiers & Qt.ShiftModifier || (editable && modifiers & Qt.AltModifier);
        if (!wanted || to < 0 || to >= count)
            return wanted;
        if (modifiers & Qt.AltModifier)
            moved(currentIndex, to);
        else
            choose(to, modifiers);
        return true;
    }
    function act(modifiers: int) {
        if (modifiers & Qt.ControlModifier)
            deeds.playNext(currentIndex);
        else if (modifiers & Qt.ShiftModifier)
            deeds.add(currentIndex);
        else
            deeds.play(currentIndex);
    }
    function openMenu() {
        forceLayout(); // keys may be faster than frames
        if (currentItem)
            menu.openAt(currentIndex, currentItem);
    }
    function openMenuAt(row: int) {
        if (!chosen.contains(row))
            chosen.clear();
        currentIndex = row;
        openMenu();
    }
    /// Whether the key means something here.
    function take(key: int, modifiers: int): bool {
        const controlled = modifiers & Qt.ControlModifier;
        if (key === Qt.Key_Up || key === Qt.Key_Down)
            return go(key === Qt.Key_Up ? -1 : 1, modifiers);
        if (key === Qt.Key_L && !controlled)
            deeds.toggleFavourites(currentIndex);
        else if (key === Qt.Key_F2)
            deeds.edit(currentIndex);
        else if (key === Qt.Key_A && controlled)
            chosen.selectAll();
        else if (key === Qt.Key_Escape && chosen.count > 0)
            chosen.clear();
        else if (key === Qt.Key_F10 && modifiers & Qt.ShiftModifier)
            openMenu();
        else
            return false;
        return true;
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
    TrackSelection {
        id: chosen

        model: list.model
    }
    TrackActions {
        id: deeds

        selection: chosen
        player: list.player
        queue: list.queue
        personal: list.personal
        tags: list.tags
        fromIs: list.fromIs
        fromIsId: list.fromIsId
        listed: list.listed
    }

    delegate: TrackRow {
        required property int index

        width: list.width - list.leftMargin - list.rightMargin
        numbered: list.numbered
        current: trackId === list.player.trackId
        playing: list.player.playing
        focused: list.activeFocus && ListView.isCurrentItem
        selected: chosen.revision >= 0 && chosen.contains(index)
        movable: list.editable
        favourite: list.personal.favouriteRevision >= 0 && list.personal.isFavourite(trackId)
        failure: list.player.failureRevision > 0 ? list.player.failureOf(trackId) : ""
        onFavouriteWanted: list.personal.toggleFavourite(trackId)
        onTapped: modifiers => list.choose(index, modifiers)
        onWanted: if (present) deeds.playOne(trackId)
        onDropped: by => list.moved(index, Math.max(0, Math.min(list.count - 1, index + by)))
        onMenuWanted: list.openMenuAt(index)
    }

    TrackMenu {
        id: menu

        actions: deeds
        editable: list.editable
        onRemoveWanted: row => list.removed(chosen.rowsWith(row))
    }

    Keys.onReturnPressed: event => act(event.modifiers)
    Keys.onEnterPressed: event => act(event.modifiers)
    Keys.onDeletePressed: if (editable) removed(chosen.rowsWith(currentIndex))
    Keys.onMenuPressed: openMenu()
    Keys.onPressed: event => event.accepted = take(event.key, event.modifiers)
    // Escape leads back elsewhere in the window; first it is ours.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && chosen.count > 0
}
