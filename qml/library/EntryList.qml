// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// Artists, genres or playlists, one a row. Playlists can be renamed and deleted: F2, Delete, or their menu.
ListView {
    id: list

    required property bool editable
    signal opened(string entryId)
    signal renameWanted(string entryId, string name)
    signal removeWanted(string entryId)

    function current(): EntryRow {
        forceLayout(); // keys may be faster than frames
        return currentItem as EntryRow;
    }
    function openMenu(row: EntryRow) {
        if (!editable)
            return;
        menu.entryId = row.entryId;
        menu.entryName = row.name;
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
        onOpened: {
            list.currentIndex = index;
            list.opened(entryId);
        }
        onMenuWanted: list.openMenu(this)
    }

    ThemedMenu {
        id: menu

        property string entryId
        property string entryName

        Action {
            text: qsTr("Rename…")
            onTriggered: list.renameWanted(menu.entryId, menu.entryName)
        }
        Action {
            text: qsTr("Delete")
            onTriggered: list.removeWanted(menu.entryId)
        }
    }

    Keys.onReturnPressed: current()?.opened()
    Keys.onEnterPressed: current()?.opened()
    Keys.onMenuPressed: if (currentItem) openMenu(currentItem as EntryRow)
    Keys.onDeletePressed: if (editable && currentItem) removeWanted((currentItem as EntryRow).entryId)
    Keys.onPressed: event => {
        const row = currentItem as EntryRow;
        if (event.key !== Qt.Key_F2 || !editable || !row)
            return;
        renameWanted(row.entryId, row.name);
        event.accepted = true;
    }
}
