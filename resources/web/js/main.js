// SPDX-License-Identifier: Apache-2.0
import { App } from './app.js';
import { get, onUnpaired } from './hub/api.js';
import { showOnLockScreen } from './listen/mediasession.js';
import { toast, toasts } from './parts/toast.js';
import { startRouter } from './router.js';
import { loadTexts, t } from './texts/texts.js';
import { mindAsking } from './views/admin.js';
import { joinFromAddress, pairingView } from './views/pairing.js';
import { shell } from './views/shell.js';

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const app = new App();
let started = false;

/** The hub's reasons are parts of one. @param {string} reason */
const sentence = reason => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;

/** @param {string | null} [fault] */
function askToPair(fault = null) {
    app.hub.close();
    document.title = 'Segue';
    root.replaceChildren(pairingView(fault, () => location.reload()));
}

/** @returns {Promise<boolean>} false: the hub does not know this browser */
async function lookWhoThisIs() {
    try {
        app.me = await get('me');
    } catch (error) {
        return /** @type {import('./hub/api.js').ApiError} */ (error).status !== 401;
    }
    return true;
}

function start() {
    started = true;
    app.user = app.me?.user ?? '';
    const frame = shell(app, new AbortController().signal);
    root.replaceChildren(frame.element, toasts);
    showOnLockScreen(app);
    mindAsking(app);
    app.hub.changed.on(['fault'], () => app.hub.fault && toast(sentence(app.hub.fault.reason)));
    // A refused upgrade looks like any other loss: the cookie may have been revoked.
    app.hub.changed.on(['lost'], () => lookWhoThisIs().then(known => known || askToPair()));
    app.hub.changed.on(['status'], () => {
        if (app.hub.status !== 'joined')
            return;
        if (app.hub.hello?.user && app.user && app.hub.hello.user !== app.user)
            location.reload(); // somebody has switched: all that is kept here is another user's
        app.tracks.retry();
    });
    startRouter(app, frame);
    app.hub.open();
    app.look();
}

async function begin() {
    await loadTexts();
    root.replaceChildren();
    const fault = await joinFromAddress();
    if (!await lookWhoThisIs())
        return askToPair(fault);
    onUnpaired(() => started && askToPair());
    start();
    if (fault)
        toast(t('joinFailed', { reason: fault }));
}

/** Done, or why it failed. */
export const begun = begin();
