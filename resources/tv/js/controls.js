// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * The buttons, moved between with the arrows. They come with any key and go again by themselves.
 * @param {ReturnType<typeof Segue.view>} view
 * @param {Record<string, () => void>} actions what the buttons do, by their ids
 */
Segue.controls = function (view, actions) {
    var shownFor = 8000; // ms
    var order = ['previous', 'toggle', 'skip', 'here'];
    var at = 1;
    var shown = false;
    /** @type {number | undefined} */
    var timer;

    /** @param {string} id @returns {HTMLElement} */
    function button(id) {
        return /** @type {HTMLElement} */ (document.getElementById(id));
    }
    function hide() {
        clearTimeout(timer);
        shown = false;
        view.mark('asked', false);
        button(order[at]).blur();
        at = 1;
    }
    function stay() {
        clearTimeout(timer);
        timer = window.setTimeout(hide, shownFor);
    }
    order.forEach(function (id) {
        button(id).onclick = function () {
            stay();
            actions[id]();
        };
    });
    return {
        shown: function () {
            return shown;
        },
        show: function () {
            shown = true;
            view.mark('asked', true);
            button(order[at]).focus();
            stay();
        },
        hide: hide,
        /** @param {number} step */
        move: function (step) {
            at = Math.max(0, Math.min(order.length - 1, at + step));
            button(order[at]).focus();
            stay();
        },
        press: function () {
            stay();
            actions[order[at]]();
        }
    };
};
