// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Segue

/// Why there is nothing to see.
Item {
    id: page

    required property string text
    required property string detail

    Accessible.role: Accessible.StaticText
    Accessible.name: text + " " + detail

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 120)
        spacing: Theme.gap

        Button {
            Layout.alignment: Qt.AlignHCenter
            enabled: false // only its icon is wanted: that takes a colour
            background: null
            icon.source: "icons/disc.svg"
            icon.color: Theme.dim
            icon.width: Theme.unit * 18
            icon.height: Theme.unit * 18
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: page.text
            font.pixelSize: Theme.large
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: page.detail
            color: Theme.dim
            elide: Text.ElideMiddle
            lineHeight: 1.3
        }
    }
}
