// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// How the scan is getting on, and what it could not take in.
Rectangle {
    id: line

    required property LibraryController library
    /// So many problems have been seen.
    property int dismissed: 0
    signal problemsWanted

    visible: library.scanning || (library.problemCount > 0 && library.problemCount !== dismissed)
    implicitHeight: content.implicitHeight + Theme.unit * 2
    color: Theme.raised

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            font.pixelSize: Theme.small
            color: Theme.dim
            text: line.library.scanning
                ? qsTr("Looking through your music: %1 of %2 files").arg(line.library.done).arg(line.library.found)
                : qsTr("%n file(s) could not be read.", "", line.library.problemCount)
        }
        ProgressLine {
            visible: line.library.scanning
            Layout.preferredWidth: Theme.unit * 40
            Layout.rightMargin: Theme.gap
            to: Math.max(1, line.library.found)
            value: line.library.done
            Accessible.name: qsTr("Progress of the scan")
        }
        IconButton {
            visible: !line.library.scanning
            size: Theme.unit * 7
            name: qsTr("Show which files, and why")
            icon.source: "icons/warning.svg"
            onClicked: line.problemsWanted()
        }
        IconButton {
            visible: !line.library.scanning
            size: Theme.unit * 7
            name: qsTr("Dismiss")
            icon.source: "icons/clear.svg"
            onClicked: line.dismissed = line.library.problemCount
        }
    }
}
