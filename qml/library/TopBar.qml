// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Views and search.
Rectangle {
    id: bar

    required property LibraryController library
    property bool wantsTracks: false
    /// A search that finds no album shows the tracks it finds.
    readonly property bool showsTracks: wantsTracks || (library.albumCount === 0 && library.trackCount > 0)
    readonly property alias searching: search.activeFocus
    signal searchFinished

    function show(tracks: bool) {
        wantsTracks = tracks;
        library.closeAlbum();
    }
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
        spacing: Theme.unit

        TabChip {
            text: qsTr("Albums")
            count: bar.library.albumCount
            current: !bar.showsTracks
            onClicked: bar.show(false)
        }
        TabChip {
            text: qsTr("Tracks")
            count: bar.library.trackCount
            current: bar.showsTracks
            onClicked: bar.show(true)
        }
        Item {
            Layout.fillWidth: true
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
