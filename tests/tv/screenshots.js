// SPDX-License-Identifier: Apache-2.0
// screenshots.js FOLDER: pictures of the TV's page into FOLDER. To be run by tests/web/run.sh.
import { join } from 'node:path';

import { House } from '../web/support/house.js';
import { isPlaying } from '../web/support/native.js';
import { fullHd, hdReady, letTvIn, Tv } from './support/tv.js';

const [folder = '.'] = process.argv.slice(2);
const house = await House.open({ words: ['--no-audio', '--name', 'Desk'] });
try {
    const watcher = await house.watcher();
    const stranger = await Tv.browser(house, { size: hdReady });
    await stranger.page.getByRole('heading', { name: 'Allow this TV' }).waitFor();
    await stranger.page.screenshot({ path: join(folder, 'tv-joining.png') });
    await stranger.page.context().close();

    const album = house.track('Morning').album_id;
    watcher.say({ type: 'play', track_id: house.trackId('Morning'), from_is: 'album', from_is_id: album, position_ms: 21_000 });
    watcher.say({ type: 'pause' });
    await watcher.hearsState((state) => Boolean(state.player) && !isPlaying(state));
    for (const [name, size] of /** @type {const} */ ([['tv-720', hdReady], ['tv-1080', fullHd]])) {
        const tv = await Tv.browser(house, { admitted: await letTvIn(house), size });
        watcher.say({ type: 'volume', device: tv.device, volume: 0 });
        await tv.page.getByRole('listitem').filter({ hasText: 'Noon' }).waitFor();
        await tv.page.locator('#image').waitFor();
        if (size === fullHd) {
            await tv.press('ArrowRight');
            await tv.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
        }
        await tv.page.screenshot({ path: join(folder, `${name}.png`) });
        await tv.page.context().close();
    }
} finally {
    await house.close();
}
