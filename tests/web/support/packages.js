// SPDX-License-Identifier: Apache-2.0
// The packages of package.json lie in the build folder, where `import` by name does not look.
import { createRequire } from 'node:module';

const folder = process.env.SEGUE_WEB_PACKAGES;
if (!folder)
    throw new Error('SEGUE_WEB_PACKAGES names no folder: run this by tests/web/run.sh, as ctest does.');
const require = createRequire(`${folder}/`);

/** @type {typeof import('playwright-core')} */
export const playwright = require('playwright-core');
/** @type {typeof import('ws').WebSocket} */
export const WebSocket = require('ws').WebSocket;
/** @type {string} The text of axe-core, to be run inside a page. */
export const axeSource = require('axe-core').source;
