// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A column that scrolls where it does not fit, and that follows the keyboard.
Flickable {
    id: view

    default property alias lines: column.data
    property alias spacing: column.spacing
    property real margin: 0
    property real mostWidth: width
    readonly property Item focused: Window.activeFocusItem

    function holds(item: Item): bool {
        for (let at = item; at; at = at.parent)
            if (at === column)
                return true;
        return false;
    }
    function reveal() {
        if (!holds(focused))
            return;
        const top = focused.mapToItem(column, 0, 0).y;
        if (top < contentY)
            contentY = Math.max(0, top - margin - Theme.margin * 2);
        else if (top + margin + focused.height > contentY + height)
            contentY = Math.min(contentHeight - height, top + margin + focused.height + Theme.margin - height);
    }

    implicitWidth: column.implicitWidth + 2 * margin
    implicitHeight: contentHeight
    contentHeight: column.implicitHeight + 2 * margin
    clip: true
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ThinScrollBar { }
    onFocusedChanged: soon.restart()

    Timer {
        id: soon // what is new has no place yet

        interval: 0
        onTriggered: view.reveal()
    }
    ColumnLayout {
        id: column

        x: view.margin
        y: view.margin
        // A page that was never shown has no width yet, and to lay out in none is to lay out without end.
        width: Math.max(Theme.unit * 60, Math.min(view.width - 2 * view.margin, view.mostWidth))
    }
}
