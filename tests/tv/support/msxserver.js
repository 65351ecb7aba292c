// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

import { hubAddress } from '../../web/support/network.js';

const port = 8099;
const folder = new URL('../host/', import.meta.url);

/** Serves the stand-in for the app and its library, as the app's own site does. */
export class MsxServer {
    address = `http://${hubAddress}:${port}`;
    library = `${this.address}/library.js`;
    #server = createServer(async (request, response) => {
        const name = new URL(request.url ?? '', this.address).pathname.slice(1);
        try {
            const bytes = await readFile(new URL(name, folder));
            response.writeHead(200, { 'Content-Type': name.endsWith('.html') ? 'text/html' : 'text/javascript' }).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });

    static async start() {
        const server = new MsxServer();
        await new Promise((done) => server.#server.listen(port, () => done(undefined)));
        return server;
    }

    stop() {
        this.#server.closeAllConnections();
        this.#server.close();
    }
}
