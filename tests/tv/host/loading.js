// SPDX-License-Identifier: Apache-2.0

/**
 * A page of JSON, with or without the wrapper that the app allows everywhere.
 * @param {string} url
 * @param {RequestInit} [how]
 * @returns {Promise<any>}
 */
export async function load(url, how) {
    if (!/^https?:\/\//.test(url))
        throw new Error(`the app loads only full addresses, and this is ${url}`);
    const json = await (await fetch(url, how)).json();
    if (!json.response)
        return json;
    const { status, text, message, data } = json.response;
    if (status !== 200)
        throw new Error(`${url}: ${status} ${message ?? text}`);
    return data;
}
