// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A section other than albums: its entries, or the tracks of one of them.
FocusScope {
    id: page

    required property BrowseController browse
    required property LibraryController library
    required property PersonalController personal
    required property TagController tags
    required property PlayerController player
    required property QueueModel queue
    required property ImportController imports
    readonly property bool showsTracks: browse.showsTracks
    readonly property bool moving: albums.activeFocus

    readonly property string place: browse.section + " " + browse.fromIsId

    onPlaceChanged: tracks.rewind()
    onShowsTracksChanged: if (activeFocus) (showsTracks ? tracks : entries).forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        PageHead {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            Layout.bottomMargin: 0
            title: page.browse.title
            canGoBack: page.browse.entryOpen
            onBack: page.browse.close()
            actions: BrowseActions {
                browse: page.browse
                personal: page.personal
                tags: page.tags
                player: page.player
                queue: page.queue
                imports: page.imports
                compact: page.width < Theme.unit * 150
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            visible: text !== ""
            text: page.browse.emptyText
            color: Theme.dim
        }
        EntryList {
            id: entries

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.browse.showsTracks
            focus: !page.browse.showsTracks
            model: page.browse.entries
            editable: page.browse.section === "playlists"
            Accessible.name: page.browse.title
            onOpened: entryId => page.browse.open(entryId)
            onEditWanted: (entryId, name) => page.personal.askForName(entryId, name, [])
            onRemoveWanted: entryId => page.personal.removePlaylist(entryId)
            exportable: editable
            onExportWanted: (entryId, name) => page.imports.askForTarget(entryId, name)
        }
        TrackList {
            id: tracks

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.browse.showsTracks
            focus: page.browse.showsTracks
            model: page.browse.tracks
            player: page.player
            queue: page.queue
            personal: page.personal
            tags: page.tags
            numbered: false
            fromIs: page.browse.fromIs
            fromIsId: page.browse.fromIsId
            listed: page.browse.listed
            editable: page.browse.editable
            onMoved: (from, to) => {
                page.browse.moveTrack(from, to);
                currentIndex = to;
            }
            onRemoved: rows => page.browse.removeTracks(rows)
            above: AlbumStrip {
                id: albums

                width: tracks.width - tracks.leftMargin - tracks.rightMargin
                model: page.browse.albums
                coverRevision: page.library.coverRevision
                playingAlbumId: page.player.albumId
                onOpened: albumId => page.library.openAlbum(albumId)
            }
        }
    }
}
