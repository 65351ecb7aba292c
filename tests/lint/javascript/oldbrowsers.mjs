// SPDX-License-Identifier: Apache-2.0
// What the phone page may not use, or not without asking first: Safari 15 lacks it, or every browser does on plain HTTP.

/** @typedef {typeof import('typescript')} TypeScript */
/** @typedef {import('typescript').Node} Node */
/** @typedef {{ node: Node, text: string }} Finding */

/** What the browser has under these names only here and there; more is told by "lib" in jsconfig.json. */
const notEverywhere = new Set([
    // not on plain HTTP
    'AudioWorklet', 'AudioWorkletNode', 'audioWorklet', 'serviceWorker', 'subtle', 'randomUUID', 'caches', 'clipboard',
    'locks', 'mediaDevices', 'share', 'wakeLock', 'setSinkId', 'storage',
    // not in Safari 15.0
    'BroadcastChannel', 'CompressionStream', 'DecompressionStream', 'Notification', 'OffscreenCanvas', 'canParse',
    'checkVisibility', 'groupBy', 'hidePopover', 'inert', 'popover', 'requestIdleCallback', 'showModal', 'showPopover',
    'startViewTransition', 'structuredClone', 'togglePopover', 'vibrate',
]);
/** Members whose names alone are too common. */
const notEverywhereOf = new Set(['AbortSignal.any', 'AbortSignal.timeout', 'navigator.connection']);

/**
 * @param {TypeScript} ts
 * @param {import('typescript').SourceFile} file
 * @returns {Finding[]} what Safari 15 stumbles over before it runs a line
 */
export function newerSyntax(ts, file) {
    /** @type {Finding[]} */
    const findings = [];
    /** @param {Node} node */
    const visit = (node) => {
        if (ts.isClassStaticBlockDeclaration(node))
            findings.push({ node, text: 'Safari 15 knows no static blocks' });
        else if (ts.isBinaryExpression(node) && ts.isPrivateIdentifier(node.left))
            findings.push({ node, text: 'whether an object has a private member Safari 15 cannot be asked' });
        else if (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]|\/\w*v\w*$/.test(node.text))
            findings.push({ node, text: 'Safari 15 knows neither lookbehind nor the flag v' });
        else if (ts.isImportDeclaration(node) && node.attributes)
            findings.push({ node, text: 'Safari 15 knows no import attributes' });
        ts.forEachChild(node, visit);
    };
    visit(file);
    return findings;
}

/**
 * @param {TypeScript} ts
 * @param {import('typescript').SourceFile} file
 * @param {import('typescript').TypeChecker} checker
 * @returns {Finding[]} uses of what is not everywhere where nobody has asked whether it is there
 */
export function unguardedUses(ts, file, checker) {
    /** @type {Finding[]} */
    const findings = [];
    /** @param {Node} node */
    const visit = (node) => {
        if (ts.isIdentifier(node) && isRare(ts, node) && isOfBrowser(checker, node) && !isGuarded(ts, node))
            findings.push({ node, text: `${node.text} is not everywhere: ask first whether it is there` });
        ts.forEachChild(node, visit);
    };
    visit(file);
    return findings;
}

/**
 * @param {TypeScript} ts
 * @param {import('typescript').Identifier} node
 */
function isRare(ts, node) {
    const access = node.parent;
    return notEverywhere.has(node.text)
        || (ts.isPropertyAccessExpression(access) && access.name === node && notEverywhereOf.has(access.getText()));
}

/**
 * Not something of the page's own by the same name.
 * @param {import('typescript').TypeChecker} checker
 * @param {import('typescript').Identifier} node
 */
function isOfBrowser(checker, node) {
    const places = checker.getSymbolAtLocation(node)?.declarations ?? [];
    return places.some((place) => place.getSourceFile().isDeclarationFile);
}

/**
 * @param {TypeScript} ts
 * @param {import('typescript').Identifier} node
 */
function isGuarded(ts, node) {
    const access = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
    const next = access.parent;
    if ((ts.isPropertyAccessExpression(next) || ts.isCallExpression(next)) && next.questionDotToken && next.expression === access)
        return true;
    /** @type {Node} */
    let inner = node;
    for (let outer = node.parent; outer; inner = outer, outer = outer.parent)
        if (ts.isTypeOfExpression(outer) || asks(ts, outer, inner, node.text) || leftBefore(ts, outer, inner, node.text))
            return true;
    return false;
}

/**
 * Whether a condition around it names it.
 * @param {TypeScript} ts
 * @param {Node} outer
 * @param {Node} inner
 * @param {string} name
 */
function asks(ts, outer, inner, name) {
    if (ts.isIfStatement(outer))
        return inner === outer.expression || outer.expression.getText().includes(name);
    if (ts.isConditionalExpression(outer))
        return inner === outer.condition || outer.condition.getText().includes(name);
    return ts.isBinaryExpression(outer) && isLogical(ts, outer.operatorToken.kind)
        && (inner === outer.left || outer.left.getText().includes(name));
}

/**
 * @param {TypeScript} ts
 * @param {import('typescript').SyntaxKind} kind
 */
function isLogical(ts, kind) {
    return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken
        || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/**
 * Whether a statement before it returns where it is not there.
 * @param {TypeScript} ts
 * @param {Node} outer
 * @param {Node} inner
 * @param {string} name
 */
function leftBefore(ts, outer, inner, name) {
    return ts.isBlock(outer) && outer.statements.some((statement) =>
        statement.pos < inner.pos && ts.isIfStatement(statement) && statement.expression.getText().includes(name)
        && (ts.isReturnStatement(statement.thenStatement) || ts.isThrowStatement(statement.thenStatement)));
}
