// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A setting: what it is, and the control or the words that tell its value.
ColumnLayout {
    id: line

    required property string label
    /// Under the value: what it means.
    property string remark
    /// In place of a control.
    property string value
    property bool fixed: false
    default property alias control: place.data

    Layout.fillWidth: true
    spacing: Theme.unit

    Words {
        Layout.fillWidth: true
        text: line.label
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    Words {
        Layout.fillWidth: true
        visible: line.value !== ""
        text: line.value
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: place

        Layout.fillWidth: true
        visible: line.value === ""
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: line.fixed ? qsTr("Set on the command line.") : line.remark
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
}
