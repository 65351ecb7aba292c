// SPDX-License-Identifier: Apache-2.0
import { post } from '../hub/api.js';
import { deviceId, deviceName, setDeviceName } from '../hub/identity.js';
import { h, textButton } from '../parts/dom.js';
import { t } from '../texts/texts.js';

const askEvery = 2000; // ms
const logo = new URL('../../icons/segue.svg', import.meta.url).href;

/** What the hub said, in words of ours where it is one of the expected things. @param {any} error */
function reason(error) {
    switch (error.code) {
    case 'wrong_code':
        return t('wrongCode');
    case 'expired':
        return t('codeOver');
    case 'too_many_attempts':
        return t('tooManyAttempts');
    case 'unreachable':
        return t('unreachable');
    }
    return error.message;
}

/**
 * Joins with the secret a QR code has brought here, and takes it out of the address.
 * @returns {Promise<string | null>} why it did not work; null: it did, or there was none
 */
export async function joinFromAddress() {
    const secret = /^#join=([^&]+)/.exec(location.hash)?.[1];
    if (!secret)
        return null;
    history.replaceState(null, '', location.pathname);
    try {
        await post('pairing/join', { secret: decodeURIComponent(secret), name: deviceName(), device: deviceId() });
        return null;
    } catch (error) {
        return reason(error);
    }
}

/**
 * For whoever is not let in yet.
 * @param {string | null} fault what went wrong on the way here
 * @param {() => void} joined
 */
export function pairingView(fault, joined) {
    const says = h('p', { class: 'fault', role: 'alert' }, fault ?? '');
    const name = h('input', { type: 'text', class: 'field', id: 'pair-name', value: deviceName(), maxlength: 100, autocomplete: 'off' });
    const code = h('input', { type: 'text', class: 'field code-field', id: 'pair-code', inputmode: 'numeric', pattern: '[0-9 ]*',
        maxlength: 7, autocomplete: 'one-time-code', placeholder: '000000' });
    const waiting = h('p', { class: 'dim', role: 'status' });
    const ask = textButton(t('askToJoin'), () => askToJoin(), { class: 'wide' });
    const join = textButton(t('join'), () => {}, { class: 'main wide', type: 'submit' });
    const identity = () => {
        const chosen = name.value.trim() || deviceName();
        if (chosen !== deviceName())
            setDeviceName(chosen);
        return { name: chosen, device: deviceId() };
    };

    /** @param {Event} event */
    async function enter(event) {
        event.preventDefault();
        const digits = code.value.replace(/\D/g, '');
        if (digits.length !== 6) {
            says.textContent = t('sixDigits');
            code.focus();
            return;
        }
        join.disabled = true;
        try {
            await post('pairing/join', { code: digits, ...identity() });
            joined();
        } catch (error) {
            says.textContent = reason(error);
            code.value = '';
            code.focus();
        }
        join.disabled = false;
    }

    async function askToJoin() {
        ask.disabled = true;
        says.textContent = '';
        try {
            const { request, secret } = await post('pairing/requests', identity());
            waiting.textContent = t('waiting');
            await untilDecided(`pairing/requests/${encodeURIComponent(request)}`, secret);
            joined();
        } catch (error) {
            says.textContent = reason(error);
        }
        waiting.textContent = '';
        ask.disabled = false;
    }
    return h('main', { class: 'pairing' }, h('div', { class: 'pairing-card' },
        h('img', { class: 'logo', src: logo, alt: '' }), h('h1', {}, t('pairTitle')), h('p', { class: 'dim' }, t('pairIntro')),
        h('form', { class: 'stack', onsubmit: enter }, h('label', { for: 'pair-name' }, t('deviceNameLabel')), name,
            h('label', { for: 'pair-code' }, t('codeLabel')), code, join),
        h('p', { class: 'or' }, t('or')), ask, waiting, says));
}

/**
 * @param {string} path
 * @param {string} secret
 */
async function untilDecided(path, secret) {
    for (;;) {
        const answer = await post(path, { secret }).catch(error => {
            if (error.status === 404)
                throw new Error(t('askOver'));
            if (error.status !== 0)
                throw error;
            return { state: 'waiting' }; // the hub is not reached right now
        });
        if (answer.state === 'allowed')
            return;
        if (answer.state === 'denied')
            throw new Error(t('denied'));
        await new Promise(done => setTimeout(done, askEvery));
    }
}
