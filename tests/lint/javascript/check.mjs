// SPDX-License-Identifier: Apache-2.0
// check.mjs PACKAGES: the types of the pages and of their tests are right; the phones' page is for browsers from Safari 15 on,
// which get it over plain HTTP, and what TVs load is ES5 (es5.sh looks at that too). PACKAGES is the folder that tests/web/packages.sh has filled.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { newerSyntax, unguardedUses } from './oldbrowsers.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const packages = join(process.argv[2] ?? '', 'node_modules');
if (!existsSync(join(packages, 'typescript'))) {
    console.error(`TypeScript is not in ${packages}: ./test installs it, and so does tests/web/packages.sh.`);
    process.exit(1);
}
/** @type {typeof import('typescript')} */
const ts = createRequire(`${packages}/`)('typescript');

/** @param {string} config */
function programOf(config) {
    const { config: json, error } = ts.readConfigFile(config, ts.sys.readFile);
    if (error)
        throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
    const { options, fileNames } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
    const found = { typeRoots: [`${packages}/@types`], paths: { '*': [`${packages}/@types/*`, `${packages}/*`] } };
    return ts.createProgram(fileNames, { types: [], ...options, ...found });
}

/**
 * @param {import('typescript').SourceFile} file
 * @param {number} position
 * @param {string} text
 */
function finding(file, position, text) {
    const { line } = file.getLineAndCharacterOfPosition(position);
    return `${relative(root, file.fileName)}:${line + 1}: ${text}`;
}

/** @param {import('typescript').Program} program */
function typeFindings(program) {
    return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
        const text = ts.flattenDiagnosticMessageText(messageText, '\n');
        return file ? finding(file, start ?? 0, text) : text;
    });
}

/** @param {import('typescript').Program} program */
function oldBrowserFindings(program) {
    const checker = program.getTypeChecker();
    return program.getSourceFiles().filter((file) => !file.isDeclarationFile).flatMap((file) =>
        [...newerSyntax(ts, file), ...unguardedUses(ts, file, checker)].map(({ node, text }) =>
            finding(file, node.getStart(file), text)));
}

// What an old browser does not know it skips; but of these it skips a whole rule or more.
const newerStyles = /@layer|@container|@scope|:has\(|^\s*&/;
const elsewhere = /\b(?:https?|wss?):\/\/(?!www\.w3\.org\/)\w/;

/**
 * @param {string} pattern a file's ending
 * @param {RegExp} wrong
 * @param {string} text
 */
function lineFindings(pattern, wrong, text) {
    const files = ts.sys.readDirectory(join(root, 'resources/web'), [pattern]);
    return files.flatMap((file) => readFileSync(file, 'utf8').split('\n').flatMap((line, index) =>
        wrong.test(line) ? [`${relative(root, file)}:${index + 1}: ${text}`] : []));
}

const page = programOf(join(root, 'resources/web/jsconfig.json'));
const findings = [
    ...typeFindings(page),
    ...oldBrowserFindings(page),
    ...lineFindings('.css', newerStyles, 'Safari 15 skips this rule'),
    ...['.css', '.html', '.js'].flatMap((ending) => lineFindings(ending, elsewhere, 'the page may not name other sites')),
    ...typeFindings(programOf(join(root, 'resources/tv/jsconfig.json'))),
    ...typeFindings(programOf(join(root, 'tests/web/jsconfig.json'))),
    ...typeFindings(programOf(join(root, 'tests/tv/jsconfig.json'))),
    ...typeFindings(programOf(join(root, 'tests/lint/javascript/jsconfig.json'))),
];
for (const line of findings)
    console.log(line);
process.exit(findings.length ? 1 : 0);
