// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/** What a page keeps. Storage may be missing, full or forbidden: then it lasts as long as the page. */
Segue.memory = (function () {
    /** @type {Record<string, string>} */
    var kept = {};
    var prefix = 'segue.tv.';
    return {
        /** @param {string} key @returns {string} empty: there is none */
        get: function (key) {
            try {
                return localStorage.getItem(prefix + key) || kept[key] || '';
            } catch (e) {
                return kept[key] || '';
            }
        },
        /** @param {string} key @param {string} value */
        set: function (key, value) {
            kept[key] = value;
            try {
                localStorage.setItem(prefix + key, value);
            } catch (e) {
                // as said above
            }
        }
    };
}());

/**
 * What a foreign id looks like as a device's id.
 * @param {string} prefix
 * @param {string} id
 */
Segue.cleanId = function (prefix, id) {
    return (prefix + id.replace(/[^A-Za-z0-9._-]+/g, '-')).substr(0, 64);
};

/** This TV's id among the devices, made once. */
Segue.ownId = function () {
    var id = Segue.memory.get('device');
    if (id)
        return id;
    id = 'tv-';
    while (id.length < 35)
        id += Math.floor(Math.random() * 16).toString(16);
    Segue.memory.set('device', id);
    return id;
};

/**
 * A word out of the page's own address.
 * @param {string} search as in location.search
 * @param {string} name
 */
Segue.fromAddress = function (search, name) {
    var parts = search.replace(/^\?/, '').split('&');
    for (var i = 0; i < parts.length; ++i) {
        var pair = parts[i].split('=');
        if (pair[0] === name)
            return decodeURIComponent(pair[1] || '');
    }
    return '';
};

/** @param {string} agent navigator.userAgent */
Segue.tvName = function (agent) {
    var kinds = [[/Tizen|SMART-TV|SamsungBrowser/i, 'Samsung TV'], [/Web0S|webOS|NetCast/i, 'LG TV'], [/BRAVIA/i, 'Sony TV'],
        [/AFT[A-Z]|Fire ?TV/, 'Fire TV'], [/AppleTV/i, 'Apple TV'], [/Xbox/i, 'Xbox'], [/Android/i, 'Android TV']];
    for (var i = 0; i < kinds.length; ++i)
        if (/** @type {RegExp} */ (kinds[i][0]).test(agent))
            return String(kinds[i][1]);
    return 'TV';
};
