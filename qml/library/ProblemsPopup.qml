// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The files a scan could not take in, with the reasons.
Panel {
    id: panel

    required property LibraryController library

    modal: true
    contentItem: ColumnLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("Files that could not be read")
            font.pixelSize: Theme.large
            font.weight: Font.DemiBold
        }
        ProblemsText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            text: panel.library.problemText
        }
    }
}
