// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// How the scan is getting on, or what the last one came to.
ColumnLayout {
    id: state

    required property LibraryController library
    property int alignment: Text.AlignLeft

    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        color: Theme.dim
        wrapMode: Text.Wrap
        horizontalAlignment: state.alignment
        text: state.library.scanning
            ? qsTr("Looking through your music: %1 of %2 files").arg(state.library.done).arg(state.library.found)
            : qsTr("%n track(s)", "", state.library.trackCount) + " · " + qsTr("%n album(s)", "", state.library.albumCount)
    }
    ProgressLine {
        Layout.fillWidth: true
        visible: state.library.scanning
        to: Math.max(1, state.library.found)
        value: state.library.done
        Accessible.name: qsTr("Progress of the scan")
    }
}
