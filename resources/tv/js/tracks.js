// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * What the items of the queue are called and look like, asked for when the queue has changed.
 * @param {ReturnType<typeof Segue.hub>} hub
 * @param {() => void} changed
 */
Segue.tracks = function (hub, changed) {
    var within = 10000; // ms
    var askAfter = 200; // ms: a queue that is edited changes several times
    /** @type {Record<string, {title: string, artist: string, image: string}>} */
    var known = {};
    /** @type {number | undefined} */
    var timer;
    /** @type {() => void} */
    var stop = function () {};

    /** @param {any} item */
    function learn(item) {
        var image = item.image ? item.image.replace(/size=\d+/, 'size=1024') : '';
        known[String(item.id)] = { title: item.title || '', artist: item.extensionLabel || '', image: image };
    }
    function ask() {
        stop();
        stop = Segue.request('GET', Segue.address(hub.base + '/msx/queue.json', { tv: hub.token() }), null, within, function (status, answer) {
            if (status !== 200 || !answer)
                return;
            known = {};
            (answer.items || []).forEach(learn);
            changed();
        });
    }
    return {
        /** What is known of an item may be old. */
        stale: function () {
            clearTimeout(timer);
            timer = window.setTimeout(ask, askAfter);
        },
        /** @param {number} item */
        find: function (item) {
            var key = String(item);
            return Object.prototype.hasOwnProperty.call(known, key) ? known[key] : null;
        }
    };
};
