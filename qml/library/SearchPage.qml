// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// What a search has found: artists, albums, playlists and stations on top of the tracks.
FocusScope {
    id: page

    required property SearchController search
    required property LibraryController library
    required property PersonalController personal
    required property TagController tags
    required property PlayerController player
    required property QueueModel queue
    signal entryWanted(string section, string entryId)

    readonly property bool moving: findings.moving

    Words {
        anchors.fill: parent
        anchors.margins: Theme.margin
        verticalAlignment: Text.AlignTop
        visible: text !== ""
        text: page.search.emptyText
        color: Theme.dim
        wrapMode: Text.Wrap
    }
    TrackList {
        id: tracks

        anchors.fill: parent
        focus: true
        visible: page.search.emptyText === ""
        model: page.search.tracks
        player: page.player
        queue: page.queue
        personal: page.personal
        tags: page.tags
        numbered: false
        fromIs: "search"
        fromIsId: "0"
        listed: true

        above: SearchFindings {
            id: findings

            width: tracks.width - tracks.leftMargin - tracks.rightMargin
            search: page.search
            library: page.library
            player: page.player
            onEntryWanted: (section, entryId) => page.entryWanted(section, entryId)
        }
    }
}
