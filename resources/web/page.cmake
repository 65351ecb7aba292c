# SPDX-License-Identifier: Apache-2.0
set(segue_page_files
    index.html
    manifest.webmanifest
    silence.wav
    icons/segue-180.png
    icons/segue-192.png
    icons/segue-512.png
    icons/segue-maskable.png
    js/app.js
    js/hub/api.js
    js/hub/clock.js
    js/hub/commands.js
    js/hub/emitter.js
    js/hub/events.js
    js/hub/favourites.js
    js/hub/held.js
    js/hub/hub.js
    js/hub/identity.js
    js/hub/queue.js
    js/hub/session.js
    js/hub/socket.js
    js/hub/tracks.js
    js/listen/deck.js
    js/listen/follower.js
    js/listen/interruption.js
    js/listen/listener.js
    js/listen/mediasession.js
    js/listen/ownvolume.js
    js/listen/reports.js
    js/main.js
    js/parts/cards.js
    js/parts/cover.js
    js/parts/dom.js
    js/parts/listenbutton.js
    js/parts/paged.js
    js/parts/playingwords.js
    js/parts/qrcode.js
    js/parts/reorder.js
    js/parts/scroller.js
    js/parts/sheet.js
    js/parts/slider.js
    js/parts/toast.js
    js/parts/trackmenu.js
    js/parts/trackrow.js
    js/parts/transport.js
    js/parts/volume.js
    js/router.js
    js/start.js
    js/texts/de.js
    js/texts/en.js
    js/texts/pl.js
    js/texts/ru.js
    js/texts/texts.js
    js/types.js
    js/views/admin.js
    js/views/album.js
    js/views/devices.js
    js/views/events.js
    js/views/library.js
    js/views/nowplaying.js
    js/views/otherplayers.js
    js/views/page.js
    js/views/pairing.js
    js/views/playlists.js
    js/views/profiles.js
    js/views/queue.js
    js/views/radio.js
    js/views/search.js
    js/views/shell.js
    style/pages.css
    style/parts.css
    style/shell.css
    style/theme.css
)

# One file with all icons of the window, in the colour of the text beside them.
function(segue_page_icons output)
    file(GLOB icons CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/icons/*.svg)
    set(symbols "")
    foreach(icon IN LISTS icons)
        get_filename_component(name ${icon} NAME_WE)
        if(name STREQUAL segue)
            continue()
        endif()
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${icon})
        file(READ ${icon} text)
        string(REGEX REPLACE ".*<svg[^>]*>(.*)</svg>.*" "\\1" shapes "${text}")
        string(REPLACE "#000" "currentColor" shapes "${shapes}")
        string(APPEND symbols "<symbol id=\"${name}\" viewBox=\"0 0 24 24\">${shapes}</symbol>\n")
    endforeach()
    file(CONFIGURE OUTPUT ${output} CONTENT "<svg xmlns=\"http://www.w3.org/2000/svg\">\n${symbols}</svg>\n" @ONLY)
endfunction()

# The page for browsers goes into the program: sync/http/webfiles.h serves it.
function(segue_page target)
    set(base ${PROJECT_SOURCE_DIR}/resources)
    segue_page_icons(${PROJECT_BINARY_DIR}/icons.svg)
    set_source_files_properties(${PROJECT_BINARY_DIR}/icons.svg PROPERTIES QT_RESOURCE_ALIAS icons.svg)
    set_source_files_properties(${base}/icons/segue.svg PROPERTIES QT_RESOURCE_ALIAS icons/segue.svg)
    list(TRANSFORM segue_page_files PREPEND ${base}/web/)
    qt_add_resources(${target} web PREFIX /segue/web BASE ${base}/web
        FILES ${segue_page_files} ${PROJECT_BINARY_DIR}/icons.svg ${base}/icons/segue.svg)
endfunction()
