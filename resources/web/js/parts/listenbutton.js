// SPDX-License-Identifier: Apache-2.0
import { t } from '../texts/texts.js';
import { setAttribute, setIcon, setText, textButton } from './dom.js';

/** Takes part with sound, or stops that. @param {import('../app.js').App} app @param {AbortSignal} signal */
export function listenButton(app, signal) {
    const button = textButton(t('listenHere'), () => {
        if (app.listener.on)
            app.listener.stop();
        else
            app.listener.start();
    }, { icon: 'speaker' });
    const update = () => {
        const on = app.listener.on;
        const label = button.querySelector('span');
        if (label)
            setText(label, on ? t('stopListening') : t('listenHere'));
        setAttribute(button, 'aria-pressed', String(on));
        setIcon(button, on ? 'remote' : 'speaker');
        button.classList.toggle('main', !on);
    };
    app.listener.changed.on(['changed'], update, signal);
    update();
    return button;
}
