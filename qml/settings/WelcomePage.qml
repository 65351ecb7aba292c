// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What somebody sees who has no music here yet: one button to the folder, one to the sound.
FocusScope {
    id: page

    required property WelcomeController welcome
    required property FoldersController folders
    required property LibraryController library
    readonly property bool chosen: folders.folders.length > 0
    readonly property bool ready: chosen && library.trackCount > 0
    readonly property bool fruitless: chosen && !ready && !library.scanning
    signal folderWanted

    function focusFirst() {
        if (ready)
            play.forceActiveFocus(Qt.TabFocusReason);
        else if (!chosen && welcome.suggested !== "")
            take.forceActiveFocus(Qt.TabFocusReason);
        else
            other.forceActiveFocus(Qt.TabFocusReason);
    }

    // A button that goes leaves the keyboard with nobody.
    onReadyChanged: if (visible && activeFocus) focusFirst()
    onChosenChanged: if (visible && activeFocus) focusFirst()
    onActiveFocusChanged: if (activeFocus && !play.activeFocus && !take.activeFocus && !other.activeFocus) focusFirst()

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 160)
        spacing: Theme.gap * 1.5

        Image {
            Layout.alignment: Qt.AlignHCenter
            visible: page.height > Theme.unit * 110
            source: "icons/segue.svg"
            sourceSize.width: Theme.unit * 22
            sourceSize.height: Theme.unit * 22
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: page.ready ? qsTr("Your music is here") : page.chosen ? qsTr("A moment…") : qsTr("Welcome to Segue")
            font.pixelSize: Theme.huge
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.gap
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: page.fruitless ? qsTr("No music was found in %1.").arg(page.folders.folders[0])
                : page.chosen ? "" : qsTr("Where is your music?")
            color: Theme.dim
            wrapMode: Text.Wrap
        }
        TextButton {
            id: take

            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: parent.width
            visible: !page.chosen && page.welcome.suggested !== ""
            prominent: true
            iconName: "folder"
            text: qsTr("Listen to the music in %1").arg(page.welcome.suggested)
            onClicked: page.welcome.takeSuggested()
        }
        ScanState {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.unit * 90
            Layout.alignment: Qt.AlignHCenter
            visible: page.chosen && !page.fruitless
            library: page.library
            alignment: Text.AlignHCenter
        }
        TextButton {
            id: play

            Layout.alignment: Qt.AlignHCenter
            visible: page.ready
            prominent: true
            iconName: "play"
            text: qsTr("Play")
            onClicked: page.welcome.play()
        }
        TextButton {
            id: other

            Layout.alignment: Qt.AlignHCenter
            visible: !page.ready && !page.folders.fixed
            prominent: !take.visible && !page.chosen
            text: page.chosen || take.visible ? qsTr("Choose another folder…") : qsTr("Choose a folder…")
            onClicked: page.folderWanted()
        }
    }
}
