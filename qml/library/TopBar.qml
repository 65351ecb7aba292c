// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The search, over everything.
Rectangle {
    id: bar

    required property LibraryController library
    readonly property alias searching: search.activeFocus
    signal searchFinished

    function startSearch() {
        search.forceActiveFocus();
        search.selectAll();
    }
    function clearSearch() {
        search.clear();
        searchFinished();
    }

    implicitHeight: content.implicitHeight + Theme.gap * 2
    color: Theme.surface

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin

        Words {
            Layout.fillWidth: true
            visible: text !== ""
            color: Theme.dim
            text: bar.library.search === "" ? ""
                : qsTr("%1 albums, %2 tracks").arg(bar.library.albumCount).arg(bar.library.trackCount)
        }
        Item {
            Layout.fillWidth: true
            visible: bar.library.search === ""
        }
        SearchField {
            id: search

            Layout.fillWidth: true
            Layout.preferredWidth: Theme.unit * 60
            Layout.maximumWidth: Theme.unit * 80
            onTextChanged: bar.library.search = text
            onFinished: bar.searchFinished()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
