// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// The sections of the library; narrow windows show their icons alone.
Rectangle {
    id: bar

    required property LibraryController library
    required property UsersController users
    required property string section
    required property bool narrow
    signal wanted(string section)

    readonly property var sections: [
        { section: "search", text: qsTr("Search"), icon: "search" },
        { section: "albums", text: qsTr("Albums"), icon: "disc" },
        { section: "artists", text: qsTr("Artists"), icon: "artist" },
        { section: "tracks", text: qsTr("Tracks"), icon: "list" },
        { section: "genres", text: qsTr("Genres"), icon: "genre" },
        { section: "playlists", text: qsTr("Playlists"), icon: "queue" },
        { section: "favourites", text: qsTr("Favourites"), icon: "heart" },
        { section: "radio", text: qsTr("Radio"), icon: "radio" },
        { section: "added", text: qsTr("Recently added"), icon: "new" },
        { section: "history", text: qsTr("Recently played"), icon: "history" },
        { section: "most-played", text: qsTr("Most played"), icon: "chart" }
    ]

    implicitWidth: narrow ? Theme.unit * 13 : Theme.unit * 54
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Library")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.unit / 2

        Repeater {
            model: bar.sections

            SidebarEntry {
                required property var modelData

                Layout.fillWidth: true
                text: modelData.text
                iconName: modelData.icon
                count: modelData.section === "albums" ? bar.library.albumCount
                    : modelData.section === "tracks" ? bar.library.trackCount : -1
                current: bar.section === modelData.section
                narrow: bar.narrow
                onClicked: bar.wanted(modelData.section)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        ProfileEntry {
            Layout.fillWidth: true
            users: bar.users
            narrow: bar.narrow
            onSettingsWanted: bar.wanted("settings")
        }
        SidebarEntry {
            Layout.fillWidth: true
            text: qsTr("Settings")
            iconName: "settings"
            count: -1
            current: bar.section === "settings"
            narrow: bar.narrow
            onClicked: bar.wanted("settings")
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
