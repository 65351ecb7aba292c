// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// Edits the tags of one track or several; only what has been touched is written.
Panel {
    id: dialog

    required property TagController tags
    readonly property bool wanted: tags.open
    property url cover

    onWantedChanged: {
        cover = "";
        if (wanted)
            open();
        else
            close();
    }
    onClosed: if (tags.open) tags.cancel()

    function changes(): var {
        const all = {};
        for (const line of [lines, numbers])
            for (let i = 0; i < line.count; ++i) {
                const field = line.itemAt(i) as TagField;
                if (field.touched)
                    all[field.name] = field.text;
            }
        return all;
    }
    function save() {
        tags.save(changes(), cover);
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap * 1.5

            Heading {
                Layout.fillWidth: true
                text: dialog.tags.count === 1 ? qsTr("Tags") : qsTr("Tags of %n track(s)", "", dialog.tags.count)
            }
            Repeater {
                id: lines

                model: dialog.wanted ? [
                    ["title", qsTr("Title")], ["artist", qsTr("Artist")], ["album", qsTr("Album")],
                    ["albumArtist", qsTr("Album artist")], ["genre", qsTr("Genre")], ["composer", qsTr("Composer")],
                    ["date", qsTr("Date")]
                ] : []

                TagField {
                    required property var modelData

                    Layout.fillWidth: true
                    name: modelData[0]
                    label: modelData[1]
                    tags: dialog.tags
                    onAccepted: dialog.save()
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: 2
                columnSpacing: Theme.gap * 1.5
                rowSpacing: Theme.gap

                Repeater {
                    id: numbers

                    model: dialog.wanted ? [
                        ["trackNumber", qsTr("Track")], ["trackTotal", qsTr("of")],
                        ["discNumber", qsTr("Disc")], ["discTotal", qsTr("of")]
                    ] : []

                    TagField {
                        required property var modelData

                        Layout.fillWidth: true
                        name: modelData[0]
                        label: modelData[1]
                        tags: dialog.tags
                        onAccepted: dialog.save()
                    }
                }
            }
            CoverChoice {
                Layout.fillWidth: true
                cover: dialog.cover
                onChosen: file => dialog.cover = file
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: dialog.tags.running ? qsTr("%1 of %2 files…").arg(dialog.tags.done).arg(dialog.tags.count) : dialog.tags.problem
                color: dialog.tags.running ? Theme.dim : Theme.alarm
                wrapMode: Text.Wrap
            }
        }
        DialogButtons {
            Layout.fillWidth: true
            acceptText: qsTr("Save")
            acceptable: !dialog.tags.running
            onAccepted: dialog.save()
            onRejected: dialog.tags.cancel()
        }
    }
}
