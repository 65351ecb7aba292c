// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Everything under the library: what there is to say, and what plays.
ColumnLayout {
    id: footer

    required property LibraryController library
    required property PlayerController player
    required property DeviceModel devices
    required property SleepController sleep
    required property ImportController imports
    required property bool queueShown
    signal problemsWanted
    signal devicesWanted
    signal queueWanted
    signal pageWanted

    function openSleep() {
        playing.openSleep();
    }

    spacing: 0

    ScanLine {
        Layout.fillWidth: true
        library: footer.library
        onProblemsWanted: footer.problemsWanted()
    }
    NoticeBar {
        Layout.fillWidth: true
        text: footer.player.connected ? "" : qsTr("The hub is not reachable. Trying again…")
        alarming: true
    }
    NoticeBar {
        Layout.fillWidth: true
        text: footer.player.connected && footer.player.hubAlone
            ? qsTr("This hub cannot reach the others. It goes on alone; they catch up later.") : ""
    }
    NoticeBar {
        Layout.fillWidth: true
        text: footer.imports.running && !soon.running ? qsTr("Reading and writing files…") : ""

        Timer {
            id: soon

            interval: 500 // most are done by then
            running: footer.imports.running
        }
    }
    NoticeBar {
        Layout.fillWidth: true
        text: footer.player.notice
    }
    NoticeBar {
        Layout.fillWidth: true
        text: footer.player.fault
        alarming: true
    }
    NowPlayingBar {
        id: playing

        Layout.fillWidth: true
        player: footer.player
        devices: footer.devices
        sleep: footer.sleep
        queueShown: footer.queueShown
        coverRevision: footer.library.coverRevision
        onPageWanted: footer.pageWanted()
        onDevicesWanted: footer.devicesWanted()
        onQueueWanted: footer.queueWanted()
    }
}
