// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// What may be done to a row of a list of tracks: to all that are selected where it is one of them.
QtObject {
    id: actions

    required property TrackSelection selection
    required property PlayerController player
    required property QueueModel queue
    required property PersonalController personal
    required property TagController tags
    /// Where the tracks are from, for the queue.
    required property string fromIs
    required property string fromIsId
    /// The hub cannot know what is listed here: all of it goes along with the one that is played.
    required property bool listed

    function play(row: int) {
        const tracks = selection.tracksWith(row);
        if (tracks.length > 1)
            player.playAmong(tracks, tracks[0], fromIs, fromIsId);
        else if (tracks.length === 1)
            playOne(tracks[0]);
    }
    function playOne(trackId: string) {
        if (listed)
            player.playAmong(selection.allTracks(), trackId, fromIs, fromIsId);
        else
            player.play(trackId, fromIs, fromIsId);
    }
    function playNext(row: int) {
        queue.playNext(selection.tracksWith(row), fromIs, fromIsId);
    }
    function add(row: int) {
        queue.add(selection.tracksWith(row), fromIs, fromIsId);
    }
    function edit(row: int) {
        tags.edit(selection.tracksWith(row));
    }
    function toggleFavourites(row: int) {
        personal.toggleFavourites(selection.tracksWith(row));
    }
}
