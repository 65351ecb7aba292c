// SPDX-License-Identifier: Apache-2.0
// Loads the rest of the page. Where that fails, because the network changes meanwhile or the hub is being started, it says
// so and comes back by itself: it needs no other file for that.

const lookEvery = 2000; // ms
const reloadsAtMost = 5; // in a row; what is broken in itself does not heal
const reloadsKey = 'segue.reloads';

/** @type {Record<string, {sentence: string, again: string}>} */
const words = {
    en: { sentence: 'The page could not be loaded.', again: 'Try again' },
    de: { sentence: 'Die Seite konnte nicht geladen werden.', again: 'Noch einmal versuchen' },
    pl: { sentence: 'Nie udało się wczytać strony.', again: 'Spróbuj ponownie' },
    ru: { sentence: 'Не удалось загрузить страницу.', again: 'Попробовать ещё раз' },
};

function reloads() {
    try {
        return Number(sessionStorage.getItem(reloadsKey));
    } catch {
        return reloadsAtMost; // nothing can be counted
    }
}

/** @param {number} count */
function countReloads(count) {
    try {
        sessionStorage.setItem(reloadsKey, String(count));
    } catch {
        // as above
    }
}

async function reloadWhenReachable() {
    if (reloads() >= reloadsAtMost)
        return;
    const health = await fetch('/api/health', { cache: 'no-store' }).catch(() => null);
    if (health?.ok) {
        countReloads(reloads() + 1);
        location.reload();
    } else {
        setTimeout(reloadWhenReachable, lookEvery);
    }
}

function sayThatItFailed() {
    const language = navigator.languages.map(tag => tag.split('-')[0].toLowerCase()).find(tag => words[tag]) ?? 'en';
    const { sentence, again } = words[language];
    const place = document.createElement('div');
    place.className = 'empty';
    place.setAttribute('role', 'alert');
    const says = document.createElement('p');
    says.textContent = sentence;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = again;
    button.onclick = () => {
        countReloads(0);
        location.reload();
    };
    place.append(says, button);
    document.documentElement.lang = language;
    document.getElementById('app')?.replaceChildren(place);
    setTimeout(reloadWhenReachable, lookEvery);
}

/** Some browsers have an empty sheet for one that did not come. @param {HTMLLinkElement} link */
function hasRules(link) {
    try {
        return Boolean(link.sheet?.cssRules.length);
    } catch {
        return false; // what may not be looked at is none of ours
    }
}

async function start() {
    if (![...document.querySelectorAll('link[rel=stylesheet]')].every(link => hasRules(/** @type {HTMLLinkElement} */ (link))))
        throw new Error('a style is missing');
    const { begun } = await import('./main.js');
    await begun;
    countReloads(0);
}

start().catch(error => {
    sayThatItFailed();
    throw error; // into the browser's console
});
