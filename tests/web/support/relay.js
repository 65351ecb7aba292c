// SPDX-License-Identifier: Apache-2.0
// relay.js ADDRESS PORT: what comes to this address and port goes on to the same port of the loopback address.
import { connect, createServer } from 'node:net';

const [address, port] = process.argv.slice(2);
const server = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1');
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
});
server.listen(Number(port), address, () => console.log('listening'));
