// SPDX-License-Identifier: Apache-2.0
import en from './en.js';

/**
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Text by number where it holds {n}
 * @typedef {keyof typeof en} Key
 * @typedef {Record<Key, Text>} Texts
 */

/** @type {Record<string, () => Promise<{default: Texts}>>} */
const languages = {
    de: () => import('./de.js'),
    pl: () => import('./pl.js'),
    ru: () => import('./ru.js'),
};

/** @type {Texts} */
let texts = en;
let plural = new Intl.PluralRules('en');
let language = 'en';

/** Takes the first of the browser's languages there are texts in. */
export async function loadTexts() {
    const wanted = navigator.languages.map(tag => tag.split('-')[0].toLowerCase());
    language = wanted.find(tag => tag === 'en' || languages[tag]) ?? 'en';
    if (languages[language])
        texts = (await languages[language]()).default;
    plural = new Intl.PluralRules(language);
    document.documentElement.lang = language;
}

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values] put in for {name}; n chooses the plural
 */
export function t(key, values = {}) {
    const text = texts[key];
    const chosen = typeof text === 'string' ? text : text[plural.select(Number(values.n))] ?? text.other ?? '';
    return chosen.replace(/\{(\w+)\}/g, (all, name) => (name in values ? shown(values[name]) : all));
}

/** @param {string | number} value */
const shown = value => (typeof value === 'number' ? value.toLocaleString(language) : value);

/** @param {number} milliseconds */
export function duration(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
    const hours = Math.floor(seconds / 3600);
    const text = parts.map((part, i) => (i === 0 && hours === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
    return hours > 0 ? `${hours}:${text}` : text;
}

/** As it is spoken. @param {number} milliseconds */
export function spokenDuration(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    const rest = t('seconds', { n: seconds % 60 });
    return minutes > 0 ? `${t('minutes', { n: minutes })} ${rest}` : rest;
}
