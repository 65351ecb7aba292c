// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * A text as MSX shows it as it is: braces, brackets and bars mean something to it.
 * @param {string} text
 */
Segue.msxText = function (text) {
    return text.replace(/\{/g, '(').replace(/\}/g, ')').replace(/\[/g, '(').replace(/\]/g, ')').replace(/\|/g, '/');
};

/** What MSX shows of the plugin's own. */
Segue.msxPages = {
    /**
     * The menu of a TV that is not let in yet.
     * @param {string} version
     * @param {string} plugin its address
     */
    joining: function (version, plugin) {
        return { name: 'Segue', version: version, headline: 'Segue', menu: [
            { icon: 'lock-open', label: Segue.text('allow'), data: 'request:interaction:join@' + plugin }
        ] };
    },
    /**
     * @param {string} state `asking`, `code` or `denied`
     * @param {string} code
     * @param {string} plugin
     */
    code: function (state, code, plugin) {
        /** @type {Record<string, {headline: string, text: string}>} */
        var words = {
            asking: { headline: Segue.text('looking'), text: '' },
            code: { headline: code, text: Segue.text('allowHow') },
            denied: { headline: Segue.text('denied'), text: '' }
        };
        var shown = words[state];
        return { type: 'pages', headline: Segue.text('allow'), pages: [{ items: [
            { id: 'code', type: 'default', layout: '2,1,8,3', color: 'msx-glass', headline: shown.headline, text: shown.text, alignment: 'center' },
            { type: 'button', layout: '4,5,4,1', label: Segue.text('anotherCode'), action: 'interaction:commit:message:ask@' + plugin }
        ] }] };
    }
};
