// SPDX-License-Identifier: Apache-2.0
// Stands in for tvx-plugin.min.js inside the plugin's page: the documented object TVXInteractionPlugin, and the app by messages.
(function () {
    let handler = null;
    let lastId = 0;
    const answers = {}; // no Map: some tests take that from the page
    const say = (message) => window.parent.postMessage({ msx: message }, '*');

    window.addEventListener('message', ({ source, data }) => {
        const message = source === window.parent && data?.msx;
        if (!message)
            return;
        if (message.type === 'ready')
            handler.ready();
        else if (message.type === 'event')
            handler.handleEvent(message.data);
        else if (message.type === 'data')
            handler.handleData(message.data);
        else if (message.type === 'request')
            handler.handleRequest(message.dataId, message.data, (answer) => say({ type: 'answer', id: message.id, answer }));
        else if (message.type === 'answer') {
            answers[message.id]?.(message.answer);
            delete answers[message.id];
        }
    });

    const ask = (what, callback) => {
        answers[++lastId] = callback;
        say({ ...what, id: lastId });
    };
    window.TVXInteractionPlugin = {
        setupHandler: (given) => handler = given,
        init: () => {
            handler.init();
            say({ type: 'init' });
        },
        executeAction: (action, data) => say({ type: 'action', action, data }),
        requestData: (dataId, callback, data) => ask({ type: 'data', dataId, data }, callback),
        requestDeviceId: (callback) => ask({ type: 'deviceId' }, callback),
    };
})();
