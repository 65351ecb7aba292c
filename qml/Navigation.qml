// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// Which part of the window is seen, and the ways from one to another.
QtObject {
    id: navigation

    required property LibraryController library
    required property BrowseController browse
    required property SearchController search
    required property WelcomeController welcome
    required property WindowState windowState
    required property bool typing
    readonly property string section: windowState.page !== "" ? windowState.page : "albums"
    property string sectionBefore: "albums"
    signal searchWanted
    signal searchCleared
    /// The page that is seen wants the keyboard.
    signal entered

    function show(wanted: string) {
        library.closeAlbum();
        browse.close();
        if (search.text !== "")
            searchCleared();
        welcome.leave();
        if (wanted === "settings" && section !== wanted)
            sectionBefore = section;
        windowState.page = wanted;
        if (wanted === "search")
            searchWanted();
        else
            entered();
    }
    function showEntry(wanted: string, entryId: string) {
        show(wanted);
        browse.open(entryId);
        entered();
    }
    function back() {
        if (library.albumOpen)
            library.closeAlbum();
        else if (search.text === "" && section !== "search" && browse.entryOpen)
            browse.close();
        else if (section === "settings" && !typing)
            show(sectionBefore);
        else
            searchCleared();
    }

    onSectionChanged: browse.section = section
    Component.onCompleted: browse.section = section
    readonly property Connections searches: Connections {
        target: navigation.search
        function onTextChanged() {
            if (navigation.search.text !== "")
                navigation.library.closeAlbum();
        }
    }
}
