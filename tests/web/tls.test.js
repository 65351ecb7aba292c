// SPDX-License-Identifier: Apache-2.0
// A hub that speaks TLS with a certificate it has made itself, and nothing else to others.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { Phone } from './support/browser.js';
import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

/** @type {House} */
let house;
/** @type {Phone} */
let phone;

before(async () => house = await House.open({ words: ['--no-audio', '--tls', 'only'] }));
after(async () => house.close());

test('a scanned code brings a phone in over https', async () => {
    const { status, body } = await house.hub.ask('POST', '/api/v1/pairing/invitations', {});
    assert.equal(status, 201, JSON.stringify(body));
    assert.match(body.url, /^https:.*#join=[^&]+&sha256=[0-9a-f]{64}$/);
    phone = await Phone.open(house.browser, house.hub, { url: body.url });
    await phone.page.getByRole('link', { name: 'Tides' }).waitFor();
    const [cookie] = await phone.page.context().cookies();
    assert.deepEqual({ name: cookie?.name, secure: cookie?.secure }, { name: '__Host-session_id', secure: true });
    assert.deepEqual(phone.problems, []);
});

test('it plays what the session plays', async () => {
    const watcher = await house.watcher();
    const sound = house.phonesSound();
    await phone.page.getByRole('link', { name: 'Tides' }).tap();
    await phone.page.getByRole('button', { name: /^Harbour/ }).tap();
    await watcher.hearsState(isPlaying);
    await phone.page.getByRole('link', { name: /^Harbour/ }).tap();
    await phone.page.getByRole('button', { name: 'Listen here' }).tap();
    await sound.hearsTune('Harbour');
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ device) =>
        device.output && device.condition === 'sounding'));
});

test('who comes without is sent to https', async () => {
    await phone.page.goto(`${house.hub.address}/`);
    await phone.page.getByRole('link', { name: 'Tides' }).waitFor();
    assert.match(phone.page.url(), /^https:/);
});

test('and anything else is refused', async () => {
    const response = await phone.page.goto(`${house.hub.address}/api/health`);
    assert.equal(response?.status(), 426);
});
