// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * One request to the hub, with JSON both ways.
 * @param {string} method
 * @param {string} address
 * @param {object | null} body
 * @param {number} timeout milliseconds
 * @param {(status: number, answer: any) => void} done status 0: the hub was not reached
 * @returns {() => void} gives it up, silently
 */
Segue.request = function (method, address, body, timeout, done) {
    var xhr = new XMLHttpRequest();
    var over = false;
    /** @type {number | undefined} */
    var timer;

    /** @param {number} status */
    function finish(status) {
        if (over)
            return;
        over = true;
        clearTimeout(timer);
        var answer = null;
        try {
            answer = JSON.parse(xhr.responseText);
        } catch (e) {
            // Not every refusal is one of the hub's.
        }
        done(status, answer);
    }
    function stop() {
        over = true;
        clearTimeout(timer);
        xhr.abort();
    }
    xhr.open(method, address, true);
    if (body)
        xhr.setRequestHeader('Content-Type', 'application/json');
    xhr.onreadystatechange = function () {
        if (xhr.readyState === 4)
            finish(xhr.status);
    };
    // Old ones know no xhr.timeout.
    timer = window.setTimeout(function () {
        finish(0);
        xhr.abort();
    }, timeout);
    try {
        xhr.send(body ? JSON.stringify(body) : null);
    } catch (e) {
        finish(0);
    }
    return stop;
};

/**
 * An address of the hub with a query; what is undefined or empty stays out.
 * @param {string} path
 * @param {Record<string, string | number | undefined>} query
 */
Segue.address = function (path, query) {
    var parts = [];
    for (var name in query) {
        var value = query[name];
        if (value !== undefined && value !== '')
            parts.push(encodeURIComponent(name) + '=' + encodeURIComponent(String(value)));
    }
    return path + (parts.length ? '?' + parts.join('&') : '');
};
