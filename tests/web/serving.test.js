// SPDX-License-Identifier: Apache-2.0
// What a phone gets that opens the hub's address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, Phone } from './support/browser.js';
import { Hub } from './support/hub.js';
import { PhonesNetwork } from './support/network.js';

/** @type {PhonesNetwork} */
let network;
/** @type {Hub} */
let hub;
/** @type {import('./support/browser.js').Browser} */
let browser;

before(async () => {
    network = await PhonesNetwork.open();
    hub = await Hub.start(['--no-audio']);
    browser = await openBrowser(network);
});

after(async () => {
    await browser?.close();
    await hub?.remove();
    await network?.close();
});

test('the page is there for one who is paired', async () => {
    const phone = await Phone.open(browser, hub, { token: await hub.grant() });
    assert.equal(await phone.page.title(), 'Segue');
    assert.deepEqual(phone.problems, []);
});
