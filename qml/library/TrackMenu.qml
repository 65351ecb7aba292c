// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// What may be done with a track of a list.
ThemedMenu {
    id: trackMenu

    required property PersonalController personal
    property string trackId
    signal playWanted
    signal playNextWanted
    signal addWanted
    signal tagsWanted
    /// The track's place in a list it can be taken out of, or -1.
    property int row: -1
    signal removeWanted

    Action {
        text: qsTr("Play")
        onTriggered: trackMenu.playWanted()
    }
    Action {
        text: qsTr("Play next")
        onTriggered: trackMenu.playNextWanted()
    }
    Action {
        text: qsTr("Add to the queue")
        onTriggered: trackMenu.addWanted()
    }
    Action {
        text: trackMenu.personal.favouriteRevision >= 0 && trackMenu.personal.isFavourite(trackMenu.trackId)
            ? qsTr("Remove from the favourites") : qsTr("Add to the favourites")
        onTriggered: trackMenu.personal.toggleFavourite(trackMenu.trackId)
    }
    Action {
        text: qsTr("Edit tags…")
        onTriggered: trackMenu.tagsWanted()
    }
    MenuItem {
        visible: trackMenu.row >= 0
        height: visible ? implicitHeight : 0
        text: qsTr("Remove from this playlist")
        onTriggered: trackMenu.removeWanted()
    }
    ThemedMenu {
        id: lists

        title: qsTr("Add to a playlist")

        Action {
            text: qsTr("New playlist…")
            onTriggered: trackMenu.personal.askForName("", "", [trackMenu.trackId])
        }
        Instantiator {
            model: trackMenu.personal.playlists
            delegate: MenuItem {
                required property var modelData

                text: modelData.name
                onTriggered: trackMenu.personal.addToPlaylist(modelData.playlistId, [trackMenu.trackId])
            }
            onObjectAdded: (index, object) => lists.insertItem(index + 1, object as Item)
            onObjectRemoved: (index, object) => lists.removeItem(object as Item)
        }
    }
}
