// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A field of the tag editor with its name beside it.
RowLayout {
    id: row

    required property string name
    required property string label
    required property TagController tags
    readonly property string text: field.text
    readonly property bool touched: field.text !== before
    readonly property string before: tags.texts[name] ?? ""
    readonly property bool differs: tags.differing[name] ?? false
    signal accepted

    spacing: Theme.gap

    Words {
        Layout.preferredWidth: Theme.unit * 29
        text: row.label
        color: Theme.dim
        horizontalAlignment: Text.AlignRight
    }
    LineField {
        id: field

        Layout.fillWidth: true
        Component.onCompleted: text = row.before
        placeholderText: row.differs ? qsTr("different") : ""
        Accessible.name: row.label
        onAccepted: row.accepted()
    }
}
