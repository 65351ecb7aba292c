# SPDX-License-Identifier: Apache-2.0
# The pages for televisions go into the program: sync/tv/tvfiles.h serves them.
function(segue_tv_pages target)
    foreach(folder msx tv)
        set(base ${PROJECT_SOURCE_DIR}/resources/${folder})
        file(GLOB_RECURSE files CONFIGURE_DEPENDS ${base}/*.html ${base}/*.js ${base}/*.css ${base}/*.png ${base}/*.svg)
        qt_add_resources(${target} pages_${folder} PREFIX /segue/${folder} BASE ${base} FILES ${files})
    endforeach()
endfunction()
