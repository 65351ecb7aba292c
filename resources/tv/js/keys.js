// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * What a key of a remote control means. TVs have codes of their own: Samsung's (Tizen) are those from 10000 on and 412 to 427,
 * LG's (webOS) 33, 34, 412 to 417, 457 and 461; media keys of others are 166 to 179.
 */
Segue.keyNames = (function () {
    /** @type {Record<string, string>} */
    var codes = {
        13: 'ok', 29443: 'ok', 32: 'toggle', 37: 'left', 38: 'up', 39: 'right', 40: 'down', 8: 'back', 27: 'back', 166: 'back', 461: 'back',
        10009: 'back', 88: 'back', 415: 'play', 250: 'play', 19: 'pause', 10252: 'toggle', 179: 'toggle', 85: 'toggle', 413: 'stop', 178: 'stop',
        412: 'rewind', 417: 'forward', 10232: 'previous', 10233: 'next', 177: 'previous', 176: 'next', 424: 'previous', 425: 'next',
        33: 'next', 34: 'previous', 427: 'next', 428: 'previous', 447: 'louder', 448: 'quieter', 449: 'mute', 173: 'mute'
    };
    /** @type {Record<string, string>} */
    var names = {
        Enter: 'ok', Select: 'ok', ' ': 'toggle', ArrowLeft: 'left', ArrowUp: 'up', ArrowRight: 'right', ArrowDown: 'down', Backspace: 'back',
        Escape: 'back', GoBack: 'back', BrowserBack: 'back', XF86Back: 'back', MediaPlay: 'play', MediaPause: 'pause', MediaPlayPause: 'toggle', MediaStop: 'stop',
        MediaRewind: 'rewind', MediaFastForward: 'forward', MediaTrackPrevious: 'previous', MediaTrackNext: 'next',
        ChannelUp: 'next', ChannelDown: 'previous', AudioVolumeUp: 'louder', AudioVolumeDown: 'quieter', AudioVolumeMute: 'mute'
    };
    /** @param {Record<string, string>} table @param {string} key */
    function look(table, key) {
        return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : '';
    }
    return {
        /** @param {{key?: string, keyCode?: number}} event @returns {string} empty: nothing to us */
        of: function (event) {
            return look(names, event.key || '') || look(codes, String(event.keyCode || 0));
        },
        /** Samsung's TVs keep these to themselves until a page asks for them. */
        register: function () {
            var tizen = /** @type {any} */ (window).tizen;
            if (!tizen || !tizen.tvinputdevice)
                return;
            ['MediaPlay', 'MediaPause', 'MediaPlayPause', 'MediaStop', 'MediaRewind', 'MediaFastForward', 'MediaTrackPrevious',
                'MediaTrackNext', 'ChannelUp', 'ChannelDown'].forEach(function (name) {
                try {
                    tizen.tvinputdevice.registerKey(name);
                } catch (e) {
                    // This remote control has no such key.
                }
            });
        }
    };
}());
