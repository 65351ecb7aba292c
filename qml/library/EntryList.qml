// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Artists, genres, playlists or stations, one a row. Where they are editable: F2, Delete, Alt with Up and Down, or
/// their menu.
ListView {
    id: list

    required property bool editable
    /// Each can be written to a file.
    property bool exportable: false
    property string editText: qsTr("Rename…")
    /// What plays now, of these.
    property string currentId
    property bool playing: false
    signal opened(string entryId)
    signal editWanted(string entryId, string name, string detail)
    signal removeWanted(string entryId)
    signal exportWanted(string entryId, string name)
    signal moved(string entryId, int to)

    function current(): EntryRow {
        forceLayout(); // keys may be faster than frames
        return currentItem as EntryRow;
    }
    function openMenu(row: EntryRow) {
        if (!editable)
            return;
        menu.row = row;
        menu.popup(row, row.width / 2, row.height / 2);
    }

    clip: true
    reuseItems: true
    keyNavigationEnabled: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    leftMargin: Theme.gap
    rightMargin: Theme.gap
    ScrollBar.vertical: ThinScrollBar { }

    Accessible.role: Accessible.List

    delegate: EntryRow {
        required property int index

        width: list.width - list.leftMargin - list.rightMargin
        selected: list.activeFocus && ListView.isCurrentItem
        current: entryId === list.currentId
        playing: list.playing
        onOpened: {
            list.currentIndex = index;
            list.opened(entryId);
        }
        onMenuWanted: list.openMenu(this)
    }

    ThemedMenu {
        id: menu

        property EntryRow row

        Action {
            text: list.editText
            onTriggered: list.editWanted(menu.row.entryId, menu.row.name, menu.row.detail)
        }
        MenuItem {
            visible: list.exportable
            height: visible ? implicitHeight : 0
            text: qsTr("Export…")
            onTriggered: list.exportWanted(menu.row.entryId, menu.row.name)
        }
        Action {
            text: qsTr("Delete")
            onTriggered: list.removeWanted(menu.row.entryId)
        }
    }

    Keys.onReturnPressed: current()?.opened()
    Keys.onEnterPressed: current()?.opened()
    Keys.onMenuPressed: if (currentItem) openMenu(currentItem as EntryRow)
    Keys.onDeletePressed: if (editable && currentItem) removeWanted((currentItem as EntryRow).entryId)
    Keys.onPressed: event => {
        const row = currentItem as EntryRow;
        const by = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (!editable || !row)
            return;
        if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            openMenu(row);
        else if (event.key === Qt.Key_F2)
            editWanted(row.entryId, row.name, row.detail);
        else if (by !== 0 && event.modifiers & Qt.AltModifier)
            moved(row.entryId, currentIndex + by);
        else
            return;
        event.accepted = true;
    }
}
