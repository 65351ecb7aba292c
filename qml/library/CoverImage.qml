// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Window
import Segue

/// An album's cover; "0" stands for music that belongs to no album here.
Item {
    id: cover

    required property string albumId
    required property int revision
    /// The largest this is shown, so that resizing does not ask for a new picture.
    required property int pixels

    Rectangle {
        anchors.fill: parent
        visible: picture.status !== Image.Ready
        radius: width * 0.035
        color: Theme.raised
    }
    Image {
        id: picture

        anchors.fill: parent
        source: "image://cover/" + cover.albumId + "?" + cover.revision
        sourceSize.width: cover.pixels * Screen.devicePixelRatio
        sourceSize.height: cover.pixels * Screen.devicePixelRatio
        asynchronous: true
        cache: false // the provider remembers more, and knows when a cover is new
    }
}
