// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

TextField {
    id: field

    signal finished

    implicitHeight: Theme.control
    leftPadding: Theme.unit * 9
    rightPadding: Theme.unit * 9
    color: Theme.text
    font.pixelSize: Theme.body
    placeholderText: qsTr("Search")
    placeholderTextColor: Theme.dim
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter

    Accessible.name: qsTr("Search the library")
    Accessible.searchEdit: true

    Keys.onDownPressed: finished()
    Keys.onReturnPressed: finished()

    background: Rectangle {
        radius: height / 2
        color: Theme.raised
        border.width: field.activeFocus ? 2 : 0
        border.color: Theme.accent
    }

    Button {
        anchors.left: parent.left
        anchors.leftMargin: Theme.unit
        height: parent.height
        enabled: false // only its icon is wanted: that takes a colour
        background: null
        icon.source: "icons/search.svg"
        icon.color: Theme.dim
        icon.width: Theme.icon
        icon.height: Theme.icon
        Accessible.ignored: true
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.unit * 7
        visible: field.text !== ""
        name: qsTr("Clear the search")
        icon.source: "icons/clear.svg"
        onClicked: field.clear()
    }
}
