// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * What the page shows of the session.
 * @typedef {{title: string, artist: string, album: string, image: string, position: number, duration: number, playing: boolean,
 *     note: string, here: boolean, upNext: {title: string, artist: string}[]}} Now
 */

Segue.view = function () {
    /** @param {string} id @returns {any} */
    function $(id) {
        return document.getElementById(id);
    }
    /** Elements are touched only where something has changed: that costs much on a TV. @param {string} id @param {string} words */
    function say(id, words) {
        var element = $(id);
        if (element.textContent !== words)
            element.textContent = words;
    }
    /** @param {string} id @param {boolean} visible */
    function show(id, visible) {
        $(id).hidden = !visible;
    }
    /** @param {string} address */
    function showImage(address) {
        var image = $('image');
        if (image.getAttribute('src') === address)
            return;
        image.hidden = true;
        if (address)
            image.setAttribute('src', address);
        else
            image.removeAttribute('src');
    }
    var listed = '';
    /** @param {{title: string, artist: string}[]} tracks */
    function showNext(tracks) {
        var key = JSON.stringify(tracks);
        if (key === listed)
            return;
        listed = key;
        show('next', tracks.length > 0);
        var list = $('next-list');
        list.textContent = '';
        tracks.forEach(function (track) {
            var row = document.createElement('li');
            var artist = document.createElement('span');
            row.appendChild(document.createTextNode(track.title + (track.artist ? '  ' : '')));
            artist.className = 'artist';
            artist.textContent = track.artist;
            row.appendChild(artist);
            list.appendChild(row);
        });
    }
    /** @param {string} id @param {string} words */
    function label(id, words) {
        var found = $(id).getElementsByClassName('label')[0];
        if (found.textContent !== words)
            found.textContent = words;
    }
    /** @param {string} name @param {boolean} on */
    function mark(name, on) {
        var list = document.documentElement.className.split(' ').filter(function (each) {
            return each && each !== name;
        });
        if (on)
            list.push(name);
        var names = list.join(' ');
        if (document.documentElement.className !== names)
            document.documentElement.className = names;
    }
    $('image').onload = function () {
        $('image').hidden = false;
    };
    document.documentElement.lang = Segue.language;
    say('next-heading', Segue.text('upNext'));
    label('previous', Segue.text('previous'));
    label('skip', Segue.text('next'));
    $('controls').setAttribute('aria-label', Segue.text('nowPlaying'));
    return {
        mark: mark,
        /** @param {Now} now */
        now: function (now) {
            show('says', false);
            show('now', true);
            say('title', now.title);
            say('artist', now.artist);
            say('album', now.album);
            say('note', now.note);
            say('position', Segue.duration(now.position));
            say('duration', now.duration > 0 ? Segue.duration(now.duration) : '');
            $('done').style.width = (now.duration > 0 ? Math.min(100, now.position / now.duration * 100).toFixed(1) : 0) + '%';
            showImage(now.image);
            showNext(now.upNext);
            label('toggle', Segue.text(now.playing ? 'pause' : 'play'));
            label('here', Segue.text(now.here ? 'stopHere' : 'playHere'));
            mark('playing', now.playing);
        },
        /** In place of all else. @param {string} title @param {string} detail @param {string} code */
        message: function (title, detail, code) {
            show('now', false);
            show('says', true);
            say('says-title', title);
            say('says-detail', detail);
            say('says-code', code);
        },
        /** @param {string} words empty: none */
        level: function (words) {
            say('level', words);
            show('level', words !== '');
        }
    };
};
