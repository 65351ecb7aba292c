// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// How measuring the music without ReplayGain tags is getting on; not there while there is nothing to tell.
ColumnLayout {
    id: state

    required property LoudnessController loudness

    visible: loudness.measuring || loudness.stopped
    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        text: state.loudness.measuring
            ? qsTr("Measuring how loud your music is: %1 of %2 tracks").arg(state.loudness.done).arg(state.loudness.total)
            : qsTr("Measuring how loud your music is was stopped. Tracks without ReplayGain tags may stay as loud as they are.")
    }
    ProgressLine {
        Layout.fillWidth: true
        visible: state.loudness.measuring
        to: Math.max(1, state.loudness.total)
        value: state.loudness.done
        Accessible.name: qsTr("Progress of measuring loudness")
    }
    TextButton {
        text: state.loudness.stopped ? qsTr("Go on measuring") : qsTr("Stop measuring")
        iconName: state.loudness.stopped ? "play" : "clear"
        onClicked: state.loudness.stopped ? state.loudness.resume() : state.loudness.stop()
    }
}
