// SPDX-License-Identifier: Apache-2.0
// How a stranger's phone gets in, and how it is shown out.
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';

import { Phone } from './support/browser.js';
import { House } from './support/house.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Page} Page */

/** @type {House} */
let house;

before(async () => house = await House.open());
after(async () => house.close());
// One address has five attempts in a minute, which a hub counts as long as it runs.
beforeEach(async () => {
    await house.hub.stop();
    await house.hub.start();
});

/** @returns {Promise<{ code: string, url: string, qr: string[] }>} */
async function invitation() {
    const { status, body } = await house.hub.ask('POST', '/api/v1/pairing/invitations', {});
    assert.equal(status, 201, JSON.stringify(body));
    return body;
}

const stranger = () => Phone.open(house.browser, house.hub);

/** @param {Page} page */
const asksToPair = (page) => page.getByRole('heading', { name: 'Join this Segue' }).waitFor();

/** @param {Page} page */
const isIn = (page) => page.getByRole('link', { name: 'Upwards' }).waitFor();

/**
 * @param {Page} page
 * @param {string} code
 */
async function enter(page, code) {
    await page.getByLabel('Code with 6 digits').fill(code);
    await page.getByRole('button', { name: 'Join', exact: true }).tap();
}

/** @param {string} name */
async function tokenNamed(name) {
    const { body } = await house.hub.ask('GET', '/api/v1/tokens');
    /** @type {{ id: number, name: string, role: string }[]} */
    const tokens = body.items;
    return tokens.find((token) => token.name === name);
}

test('with the code, not with another', async () => {
    const phone = await stranger();
    await asksToPair(phone.page);
    const { code } = await invitation();
    await phone.page.getByLabel('Name of this device').fill('Anna’s phone');
    await enter(phone.page, code === '000000' ? '000001' : '000000');
    await phone.page.getByRole('alert').getByText('This code is wrong.').waitFor();
    await enter(phone.page, code);
    await isIn(phone.page);
    assert.equal((await tokenNamed('Anna’s phone'))?.role, 'controller');
    assert.equal(await phone.page.evaluate(() => document.cookie), '', 'scripts see no token');
    assert.deepEqual(phone.problems, []);
});

test('with the address of a QR code, which is good once', async () => {
    const { url } = await invitation();
    const phone = await Phone.open(house.browser, house.hub, { url });
    await isIn(phone.page);
    assert.ok(!phone.page.url().includes('join'), `the secret is still in ${phone.page.url()}`);
    const second = await Phone.open(house.browser, house.hub, { url });
    await asksToPair(second.page);
    await second.page.getByRole('alert').getByText(/no longer good|wrong/).waitFor();
    assert.deepEqual([...phone.problems, ...second.problems], []);
});

test('by asking, allowed on the phone of one who may', async () => {
    const owner = await house.pairedPhone({ role: 'admin' });
    await isIn(owner.page);
    const phone = await stranger();
    await phone.page.getByLabel('Name of this device').fill('Guest');
    await phone.page.getByRole('button', { name: 'Ask to join' }).tap();
    await phone.page.getByText('Waiting to be let in…').waitFor();
    await owner.page.getByRole('group', { name: 'Guest' }).getByRole('button', { name: 'Allow' }).tap();
    await isIn(phone.page);
    assert.equal((await tokenNamed('Guest'))?.role, 'controller');
    assert.deepEqual([...phone.problems, ...owner.problems], []);
});

test('by asking, and denied', async () => {
    const owner = await house.pairedPhone({ role: 'admin' });
    await isIn(owner.page);
    const phone = await stranger();
    await phone.page.getByLabel('Name of this device').fill('Nosy');
    await phone.page.getByRole('button', { name: 'Ask to join' }).tap();
    await owner.page.getByRole('group', { name: 'Nosy' }).getByRole('button', { name: 'Deny' }).tap();
    await phone.page.getByRole('alert').getByText('You were not let in.').waitFor();
    assert.equal(await tokenNamed('Nosy'), undefined);
    assert.deepEqual([...phone.problems, ...owner.problems], []);
});

test('an owner’s phone shows how: the code that it shows lets another in', async () => {
    const owner = await house.pairedPhone({ role: 'admin' });
    await owner.page.getByRole('link', { name: 'Devices' }).tap();
    await owner.page.getByRole('button', { name: 'Add a device' }).tap();
    const dialog = owner.page.getByRole('dialog', { name: 'Add a device' });
    await dialog.getByRole('img', { name: /^QR code/ }).waitFor();
    const code = (await dialog.getByText(/^\d{3} \d{3}$/).innerText()).replace(/\D/g, '');
    const phone = await stranger();
    await enter(phone.page, code);
    await isIn(phone.page);
    assert.deepEqual([...phone.problems, ...owner.problems], []);
});

test('who guesses is told to wait', async () => {
    const phone = await stranger();
    await invitation();
    const { page } = phone;
    const told = page.getByRole('alert');
    for (let guess = 0; guess < 6; ++guess) {
        await enter(page, '000000');
        await page.getByRole('button', { name: 'Join', exact: true, disabled: false }).waitFor();
    }
    await told.getByText('Too many attempts. Wait a little and try again.').waitFor();
});

test('whose token is revoked is shown the way in', async () => {
    const { code } = await invitation();
    const phone = await stranger();
    await phone.page.getByLabel('Name of this device').fill('Lost phone');
    await enter(phone.page, code);
    await isIn(phone.page);
    const token = await tokenNamed('Lost phone');
    const { status } = await house.hub.ask('DELETE', `/api/v1/tokens/${token?.id}`);
    assert.equal(status, 204);
    await asksToPair(phone.page);
    await phone.page.reload();
    await asksToPair(phone.page);
    assert.deepEqual(phone.problems, []);
});
