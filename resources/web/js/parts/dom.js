// SPDX-License-Identifier: Apache-2.0
/** @typedef {string | Node | null | undefined | false} Child */

/**
 * An element. Keys that begin with `on` are listeners, null and false leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
        if (name.startsWith('on') && typeof value === 'function')
            element.addEventListener(name.slice(2), value);
        else if (value !== null && value !== undefined && value !== false)
            element.setAttribute(name, value === true ? '' : String(value));
    element.append(...children.filter(isThere));
    return element;
}

/**
 * @param {Child} child
 * @returns {child is string | Node}
 */
const isThere = child => child !== null && child !== undefined && child !== false && child !== '';

const svgNames = 'http://www.w3.org/2000/svg';
const sprite = new URL('../../icons.svg', import.meta.url).href;

/** @param {string} name of resources/icons */
export function icon(name) {
    const svg = document.createElementNS(svgNames, 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('viewBox', '0 0 24 24');
    const use = document.createElementNS(svgNames, 'use');
    use.setAttribute('href', `${sprite}#${name}`);
    svg.append(use);
    return svg;
}

/**
 * @param {Element} element that has an icon
 * @param {string} name
 */
export function setIcon(element, name) {
    const use = element.querySelector('use');
    const href = `${sprite}#${name}`;
    if (use && use.getAttribute('href') !== href)
        use.setAttribute('href', href);
}

/** Touches the document only where something is new. @param {Element} element @param {string} text */
export function setText(element, text) {
    if (element.textContent !== text)
        element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | number | boolean | null} value
 */
export function setAttribute(element, name, value) {
    if (value === null || value === false)
        element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value === true ? '' : value))
        element.setAttribute(name, String(value === true ? '' : value));
}

/**
 * A button that is only an icon.
 * @param {string} label
 * @param {string} iconName
 * @param {(event: MouseEvent) => void} clicked
 * @param {Record<string, any>} [attributes]
 */
export function iconButton(label, iconName, clicked, attributes = {}) {
    const button = h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: clicked,
        ...attributes });
    button.append(icon(iconName));
    return button;
}

/** @param {Element} button @param {string} label @param {string} iconName */
export function setIconButton(button, label, iconName) {
    setAttribute(button, 'aria-label', label);
    setAttribute(button, 'title', label);
    setIcon(button, iconName);
}

/**
 * @param {string} label
 * @param {(event: MouseEvent) => void} clicked
 * @param {{icon?: string, class?: string, [name: string]: any}} [attributes]
 */
export function textButton(label, clicked, attributes = {}) {
    const { icon: iconName, class: kind = '', ...rest } = attributes;
    return h('button', { type: 'button', class: `button ${kind}`.trim(), onclick: clicked, ...rest },
        iconName ? icon(iconName) : null, h('span', {}, label));
}
