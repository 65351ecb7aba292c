// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * Where the picture stands at a moment, so that nothing burns in: it wanders about its place on a small figure.
 * @param {number} now ms
 * @param {boolean} dark on a dark screen it may go anywhere
 * @returns {{x: number, y: number}} of the screen's width and height
 */
Segue.wandering = function (now, dark) {
    var minute = now / 60000;
    var reach = dark ? 0.25 : 0.01;
    return { x: reach * Math.sin(minute / 3.1), y: reach * Math.sin(minute / 4.7) };
};

/**
 * Moves the picture, and darkens the screen when nothing has played for a while and nobody has pressed a key.
 * @param {ReturnType<typeof Segue.view>} view
 */
Segue.night = function (view) {
    var moveEvery = 20000; // ms
    var darkAfter = 5 * 60000; // ms
    var busyAt = Segue.ownTime();
    var dark = false;
    var stage = /** @type {HTMLElement} */ (document.getElementById('stage'));

    function move() {
        var place = Segue.wandering(Segue.ownTime(), dark);
        stage.style.left = Math.round(place.x * window.innerWidth) + 'px';
        stage.style.top = Math.round(place.y * window.innerHeight) + 'px';
    }
    window.setInterval(move, moveEvery);
    return {
        dark: function () {
            return dark;
        },
        /** @param {boolean} busy whether anything plays, or a key was pressed */
        look: function (busy) {
            if (busy)
                busyAt = Segue.ownTime();
            var now = Segue.ownTime() - busyAt >= darkAfter;
            if (now === dark)
                return;
            dark = now;
            view.mark('night', dark);
            move();
        }
    };
};
