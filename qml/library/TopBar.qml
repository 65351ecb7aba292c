// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The search, over everything.
Rectangle {
    id: bar

    required property SearchController search
    readonly property alias typing: field.activeFocus
    signal searchFinished

    function startSearch() {
        field.forceActiveFocus();
        field.selectAll();
    }
    function clearSearch() {
        field.clear();
        searchFinished();
    }

    implicitHeight: content.implicitHeight + Theme.gap * 2
    color: Theme.surface

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin

        Item {
            Layout.fillWidth: true
        }
        SearchField {
            id: field

            Layout.fillWidth: true
            Layout.preferredWidth: Theme.unit * 60
            Layout.maximumWidth: Theme.unit * 80
            onTextChanged: bar.search.text = text
            onFinished: bar.searchFinished()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
