// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// Which part of the window is seen, and the ways from one to another.
QtObject {
    id: navigation

    required property Controllers controllers
    required property bool typing
    readonly property LibraryController library: controllers.library
    readonly property BrowseController browse: controllers.browse
    readonly property SearchController search: controllers.search
    readonly property WindowState windowState: controllers.windowState
    readonly property bool searching: search.text !== "" || section === "search"
    readonly property string section: windowState.page !== "" ? windowState.page : "albums"
    property string sectionBefore: "albums"
    signal searchWanted
    signal searchCleared
    /// The page that is seen wants the keyboard.
    signal entered
    /// What plays is seen over the whole window, and wants the keyboard.
    signal playingEntered

    function show(wanted: string) {
        library.closeAlbum();
        browse.close();
        if (search.text !== "")
            searchCleared();
        controllers.welcome.leave();
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
    function togglePlaying() {
        windowState.playingShown = !windowState.playingShown;
        if (windowState.playingShown)
            playingEntered();
        else
            entered();
    }
    function showAlbum(albumId: string) {
        windowState.playingShown = false;
        library.openAlbum(albumId);
        entered();
    }
    function back() {
        if (windowState.playingShown)
            togglePlaying();
        else if (library.albumOpen)
            library.closeAlbum();
        else if (!searching && browse.entryOpen)
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
