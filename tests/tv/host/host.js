// SPDX-License-Identifier: Apache-2.0
// The app: start parameter, menu, pages, actions, and one interaction plugin in a frame.
import { load } from './loading.js';
import { Player } from './player.js';

/** What the documentation does not know, or what went wrong. @type {string[]} */
const problems = [];
/** @type {string[]} */
const actions = [];
const byId = (id) => document.getElementById(id);
const problem = (text) => problems.push(text);

const plugins = new Map(); // by address: { window, ready, waiting }
let lastId = 0;
const answers = new Map();
let page = null;

const player = new Player(byId('audio'), { emit, execute, problem });

function emit(data) {
    for (const { frame } of plugins.values())
        frame.contentWindow.postMessage({ msx: { type: 'event', data } }, '*');
}

function pluginAt(address) {
    let plugin = plugins.get(address);
    if (!plugin) {
        const frame = document.createElement('iframe');
        plugin = { frame };
        plugin.ready = new Promise((done) => plugin.isReady = done);
        plugins.set(address, plugin);
        frame.src = address;
        document.body.append(frame);
    }
    return plugin;
}

async function requestFrom(address, dataId) {
    const plugin = pluginAt(address);
    await plugin.ready;
    return new Promise((done) => {
        answers.set(++lastId, done);
        plugin.frame.contentWindow.postMessage({ msx: { type: 'request', dataId, id: lastId } }, '*');
    });
}

/** The app's own keyboard: each key asks for a page of what was found. */
function keyboard(url) {
    const input = document.createElement('input');
    input.type = 'search';
    input.oninput = async () => {
        byId('page').setAttribute('aria-busy', 'true');
        const text = input.value;
        const found = await load(url.replace('{INPUT}', encodeURIComponent(text))).catch((error) => problem(`${error}`));
        if (!found || text !== input.value)
            return; // and it stays busy
        showPage(found);
        byId('page').setAttribute('aria-busy', 'false');
    };
    byId('page').before(input);
    return { headline: '', items: [] };
}

const dataOf = (source) => {
    if (typeof source === 'object')
        return source;
    const [, typed] = /^request:interaction:(http[^|]*\{INPUT\}[^|]*)\|search:3\|\w\w\|[^@]+@http:.*\/input\.html$/.exec(source) ?? [];
    if (typed)
        return keyboard(typed);
    const [, dataId, address] = /^request:interaction:([^@]+)@(.*)$/.exec(source) ?? [];
    return dataId ? requestFrom(dataId && address, dataId) : load(source);
};

window.addEventListener('message', ({ source, data }) => {
    const plugin = [...plugins.values()].find(({ frame }) => frame.contentWindow === source);
    const message = plugin && data?.msx;
    if (!message)
        return;
    const reply = (answer) => source.postMessage({ msx: { type: 'answer', id: message.id, answer } }, '*');
    if (message.type === 'init') {
        source.postMessage({ msx: { type: 'ready' } }, '*');
        plugin.isReady();
    } else if (message.type === 'action')
        execute(message.action, message.data);
    else if (message.type === 'deviceId')
        reply(new URLSearchParams(location.search).get('device') ?? 'stand-in');
    else if (message.type === 'data')
        reply(message.dataId.startsWith('video') ? { video: player.video } : {});
    else if (message.type === 'answer') {
        answers.get(message.id)?.(message.answer);
        answers.delete(message.id);
    }
});

function parts(list) {
    let depth = 0;
    let from = 0;
    const found = [];
    for (let at = 0; at < list.length; ++at) {
        depth += list[at] === '[' ? 1 : list[at] === ']' ? -1 : 0;
        if (list[at] === '|' && depth === 0) {
            found.push(list.slice(from, at));
            from = at + 1;
        }
    }
    return [...found, list.slice(from)];
}

async function serve(url, method) {
    const how = method === 'POST' ? { method, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: '{"data":null}' } : {};
    const data = await load(url, how);
    if (data?.action)
        execute(data.action, data.data);
}

/** @type {[RegExp, (match: RegExpExecArray, data: any) => unknown][]} */
const known = [
    [/^\[(.*)\]$/, ([, list]) => parts(list).forEach((each) => execute(each))],
    [/^menu:(.*)$/, async ([, source]) => showMenu(await dataOf(source))],
    [/^content:(.*)$/, async ([, source]) => showPage(await dataOf(source))],
    [/^update:content:(\w+)$/, ([, id], data) => updateItem(id, data)],
    [/^playlist:(?:auto:)?(.*)$/, ([, url]) => player.playlist(url)],
    [/^audio:.*$/, ([action]) => player.single(action)],
    [/^player:(?:auto:)?goto:(?!index|number|first|last|random)(.+)$/, ([, id]) => player.goto(id)],
    [/^player:seek:(\d+)$/, ([, seconds]) => player.seek(Number(seconds))],
    [/^player:(?:auto:)?next$/, () => player.step(1)],
    [/^player:(?:auto:)?prev$/, () => player.step(-1)],
    [/^player:play$/, () => player.play()],
    [/^player:pause$/, () => player.pause()],
    [/^player:play_pause$/, () => player.playPause()],
    [/^player:(?:stop|eject)$/, () => player.stop()],
    [/^player:restart$/, () => player.restart()],
    [/^player:(?:hide|show)$/, () => {}],
    [/^player:label:content:(.*)$/, ([, text]) => player.label = text],
    [/^player:background:.*$/, () => {}],
    [/^player:progress:(?:position|duration):\d+$/, () => {}],
    [/^volume:set:(\d+)$/, ([, volume]) => player.setVolume(Number(volume))],
    [/^volume:(mute|unmute)$/, ([, how]) => player.setVolume(player.volume, how === 'mute')],
    [/^execute:(?:service:)?fetch:(.*)$/, ([, url]) => serve(url, 'GET')],
    [/^execute:(?:service:)?(http.*)$/, ([, url]) => serve(url, 'POST')],
    [/^interaction:commit:message:(\w+)@(.*)$/, ([, message, address]) =>
        pluginAt(address).frame.contentWindow.postMessage({ msx: { type: 'data', data: { message } } }, '*')],
    [/^(?:reload(?::\w+)?|back|cleanup|resume:cancel)$/, () => {}],
];

function execute(action, data) {
    actions.push(action);
    for (const [pattern, does] of known) {
        const match = pattern.exec(action);
        if (match) {
            Promise.resolve(does(match, data)).catch((error) => problem(`${action}: ${error}`));
            return;
        }
    }
    problem(`unknown action ${action}`);
}

function button(label, does) {
    const made = document.createElement('button');
    made.textContent = label.replace(/\{[^}]*\}/g, '').trim();
    made.onclick = does;
    return made;
}

function showMenu(data) {
    byId('headline').textContent = data.headline ?? data.name ?? '';
    byId('menu').replaceChildren(...data.menu.filter(({ type }) => type !== 'separator').map((item) =>
        button(item.label, async () => showPage(await dataOf(item.data)))));
}

function showPage(data) {
    page = data;
    byId('page-headline').textContent = data.headline ?? '';
    const items = data.items ?? data.pages.flatMap((each) => each.items);
    byId('page').replaceChildren(...items.map((item) => {
        const action = item.action ?? data.template?.action ?? data.action;
        const shown = button([item.label, item.title, item.headline, item.titleFooter, item.text].filter(Boolean).join(' '), () => execute(action));
        shown.dataset.id = item.id ?? '';
        return shown;
    }));
}

function updateItem(id, data) {
    const item = (page?.items ?? page?.pages?.flatMap((each) => each.items) ?? []).find((each) => each.id === id);
    if (!item)
        return;
    Object.assign(item, data);
    showPage(page);
}

/** The TV's remote control, while the player is shown. */
function press(key) {
    const own = player.item?.properties?.[`button:${key}:action`];
    const usual = { next: 'player:next', prev: 'player:prev', play_pause: 'player:play_pause', stop: 'player:stop' };
    if (own)
        execute(own);
    else if (key === 'forward' || key === 'rewind')
        player.seek(Math.max(0, player.data.position + (key === 'forward' ? 10 : -10)));
    else if (key === 'louder' || key === 'quieter')
        player.setVolume(Math.max(0, Math.min(100, player.volume + (key === 'louder' ? 10 : -10))));
    else
        execute(usual[key]);
}

/** What a test needs to see and do. */
window.msx = { problems, actions, player, press, emit, execute };

byId('power').onclick = async () => {
    byId('power').remove();
    const { name, version, parameter } = await load(`${new URLSearchParams(location.search).get('hub')}/msx/start.json`);
    if (!name || !version || !/^(menu|content):/.test(parameter))
        problem(`start.json is not complete: ${JSON.stringify({ name, version, parameter })}`);
    execute(parameter);
};
