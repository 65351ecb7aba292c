// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// What may be done with a track of a list, or with those that are selected.
ThemedMenu {
    id: trackMenu

    required property TrackActions actions
    readonly property PersonalController personal: actions.personal
    /// They can be taken out of the list.
    required property bool editable
    property int row: -1
    property list<string> trackIds
    signal removeWanted(int row)

    function openAt(at: int, item: Item) {
        row = at;
        trackIds = actions.selection.tracksWith(at);
        popup(item, item.width / 2, item.height / 2);
    }

    Action {
        text: qsTr("Play")
        onTriggered: trackMenu.actions.play(trackMenu.row)
    }
    Action {
        text: qsTr("Play next")
        onTriggered: trackMenu.actions.playNext(trackMenu.row)
    }
    Action {
        text: qsTr("Add to the queue")
        onTriggered: trackMenu.actions.add(trackMenu.row)
    }
    Action {
        text: trackMenu.personal.favouriteRevision >= 0 && trackMenu.personal.areFavourites(trackMenu.trackIds)
            ? qsTr("Remove from the favourites") : qsTr("Add to the favourites")
        onTriggered: trackMenu.personal.toggleFavourites(trackMenu.trackIds)
    }
    Action {
        text: qsTr("Edit tags…")
        onTriggered: trackMenu.actions.edit(trackMenu.row)
    }
    MenuItem {
        visible: trackMenu.editable
        height: visible ? implicitHeight : 0
        text: qsTr("Remove from this playlist")
        onTriggered: trackMenu.removeWanted(trackMenu.row)
    }
    ThemedMenu {
        id: lists

        title: qsTr("Add to a playlist")

        Action {
            text: qsTr("New playlist…")
            onTriggered: trackMenu.personal.askForName("", "", trackMenu.trackIds)
        }
        Instantiator {
            model: trackMenu.personal.playlists
            delegate: MenuItem {
                required property var modelData

                text: modelData.name
                onTriggered: trackMenu.personal.addToPlaylist(modelData.playlistId, trackMenu.trackIds)
            }
            onObjectAdded: (index, object) => lists.insertItem(index + 1, object as Item)
            onObjectRemoved: (index, object) => lists.removeItem(object as Item)
        }
    }
}
