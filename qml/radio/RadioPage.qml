// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The radio stations: one plays at a click.
FocusScope {
    id: page

    required property RadioController radio
    required property ImportController imports
    required property PlayerController player
    readonly property bool compact: width < Theme.unit * 150

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        PageHead {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            Layout.bottomMargin: 0
            title: qsTr("Radio")
            actions: [
                IconButton {
                    visible: page.radio.canUndo
                    name: qsTr("Undo: %1").arg(page.radio.undoText)
                    icon.source: "icons/undo.svg"
                    onClicked: page.radio.undo()
                },
                TextButton {
                    text: qsTr("Import…")
                    iconName: "import"
                    compact: page.compact
                    enabled: !page.imports.running
                    onClicked: page.imports.askForFiles()
                },
                TextButton {
                    visible: page.radio.count > 0
                    text: qsTr("Export…")
                    iconName: "export"
                    compact: page.compact
                    enabled: !page.imports.running
                    onClicked: page.imports.askForTarget("", qsTr("Radio"))
                },
                TextButton {
                    text: qsTr("Add a station…")
                    iconName: "add"
                    compact: page.compact
                    onClicked: page.radio.askForStation("", "", "")
                }
            ]
        }
        Words {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            visible: page.radio.count === 0
            text: qsTr("No stations yet. Add the address of a stream, or drop a playlist of stations onto the window.")
            color: Theme.dim
            wrapMode: Text.Wrap
        }
        EntryList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            model: page.radio.stations
            editable: true
            editText: qsTr("Edit…")
            currentId: page.player.trackId
            playing: page.player.playing
            Accessible.name: qsTr("Radio")
            onOpened: entryId => page.player.play(entryId, "radio", "0")
            onEditWanted: (entryId, name, detail) => page.radio.askForStation(entryId, name, detail)
            onRemoveWanted: entryId => page.radio.remove(entryId)
            onMoved: (entryId, to) => page.radio.move(entryId, to)
        }
    }
}
