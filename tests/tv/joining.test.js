// SPDX-License-Identifier: Apache-2.0
// How a TV gets in from the sofa, and how it is shown out. Numbers in brackets are those of reports from the field.
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';

import { House } from '../web/support/house.js';
import { test } from '../web/support/testing.js';
import { MsxServer } from './support/msxserver.js';
import { letTvIn, Tv } from './support/tv.js';

/** @type {House} */
let house;
/** @type {MsxServer} */
let server;

before(async () => {
    server = await MsxServer.start();
    house = await House.open({ words: ['--no-audio', '--name', 'Desk', '--msx-library', server.library] });
});
after(async () => {
    await house?.close();
    server?.stop();
});
// One address has five attempts in a minute, which a hub counts as long as it runs.
afterEach(async () => {
    await house.hub.stop();
    await house.hub.start();
});

async function asking() {
    const { body } = await house.hub.ask('GET', '/api/v1/pairing/requests');
    return body.requests;
}

/** @param {string} token */
async function isWorthSomething(token) {
    const response = await fetch(`${house.hub.here}/api/sync/poll?tv=${encodeURIComponent(token)}`);
    return response.status !== 401;
}

test('by the code that the TV shows, allowed on the phone', async () => {
    const owner = await house.pairedPhone({ role: 'admin' });
    const tv = await Tv.browser(house);
    await tv.page.getByRole('heading', { name: 'Allow this TV' }).waitFor();
    const code = await tv.page.locator('#says-code').innerText();
    assert.match(code, /^\d{4}$/);
    const request = owner.page.getByRole('group', { name: 'TV' });
    await request.getByText(code).waitFor();
    await request.getByRole('button', { name: 'Allow' }).tap();
    await tv.page.getByRole('heading', { name: 'Nothing is playing' }).waitFor();
    await tv.page.reload();
    await tv.page.getByRole('heading', { name: 'Nothing is playing' }).waitFor();
    assert.deepEqual([...tv.problems, ...owner.problems], []);
    await tv.page.context().close();
    await owner.page.context().close();
});

test('in MSX: the menu asks, and is the library’s once the TV is let in', async () => {
    const tv = await Tv.msx(house, server);
    await tv.page.getByRole('button', { name: 'Allow this TV' }).click();
    await tv.page.getByText(/^\d{4} /).waitFor();
    const [request] = await asking();
    await tv.page.getByText(request.code).waitFor();
    await house.hub.ask('POST', `/api/v1/pairing/requests/${request.id}/allow`, { role: 'controller' });
    await tv.page.getByRole('button', { name: 'Albums' }).click();
    await tv.page.getByText('Upwards').waitFor();
    assert.deepEqual([await tv.misunderstood(), tv.problems], [[], []]);
    await tv.page.context().close();
});

test('who is not let in may ask again', async () => {
    const tv = await Tv.browser(house);
    await tv.page.getByRole('heading', { name: 'Allow this TV' }).waitFor();
    const [request] = await asking();
    await house.hub.ask('POST', `/api/v1/pairing/requests/${request.id}/deny`, {});
    await tv.page.getByRole('heading', { name: 'This TV was not let in.' }).waitFor();
    await tv.press('Enter');
    await tv.page.getByRole('heading', { name: 'Allow this TV' }).waitFor();
    await tv.page.context().close();
});

test('a TV that is shown out plays nothing any more, and asks again', async () => {
    const admitted = await letTvIn(house);
    assert.ok(await isWorthSomething(admitted.token));
    const tv = await Tv.browser(house, { admitted });
    await tv.page.getByRole('heading', { name: 'Nothing is playing' }).waitFor();
    const { body: { items } } = await house.hub.ask('GET', '/api/v1/tokens');
    const { id } = items.find((/** @type {any} */ token) => token.device === admitted.device);
    await house.hub.ask('DELETE', `/api/v1/tokens/${id}`);
    await tv.page.getByRole('heading', { name: 'Allow this TV' }).waitFor();
    assert.ok(!await isWorthSomething(admitted.token));
    await tv.page.context().close();
});

test('what a TV holds in its addresses is good for nothing else (12)', async () => {
    const { token } = await letTvIn(house, { role: 'admin' });
    for (const path of ['/api/v1/tokens', '/api/v1/me', '/api/v1/session']) {
        const response = await fetch(`${house.hub.address}${path}?tv=${encodeURIComponent(token)}`,
            { headers: { Via: '1.1 test' } }); // not this machine's own
        assert.equal(response.status, 401, path);
    }
});

test('a TV that is away cannot be started (4)', async () => {
    const admitted = await letTvIn(house);
    const watcher = await house.watcher();
    watcher.say({ type: 'outputs', devices: [admitted.device] });
    const fault = await watcher.hears('fault');
    assert.equal(fault.field, 'devices');
});
