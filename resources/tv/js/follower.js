// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * Where the session is. `line` is the hub time, in ms, at which it was at the track's start: as long as it plays on undisturbed
 * that does not change. `together`: others sound too.
 * @typedef {{playId: number, item: number, track: number, position: number, line: number, paused: boolean, together: boolean}} Target
 *
 * What plays here. `line` and `aimedAt` (our clock, ms) are those of the last action that chose a place; `corrections` counts
 * those that nobody had wished for. `failed` is over once `retryAt` is reached, if that is not 0.
 * @typedef {{playId: number, item: number, position: number, paused: boolean, ready: boolean, ended: boolean, failed: boolean,
 *     line: number, aimedAt: number, corrections: number}} Own
 *
 * How exact a player can be asked to be; all in ms. `opensPaused`: it may load what is paused without disturbing anybody.
 * @typedef {{alone: number, together: number, settling: number, opensPaused: boolean}} Habits
 *
 * `adopt`: what plays is what is wanted; `keep`: so is where it is.
 * @typedef {{act: 'stop'} | {act: 'pause'} | {act: 'start', at: number} | {act: 'adopt'} | {act: 'keep'} | {act: 'play'}
 *     | {act: 'seek', at: number, wished: boolean}} Action
 */

/**
 * What the player must do now to be where the session is.
 * @param {Target | null} target null: nothing is to sound here
 * @param {Own | null} own null: nothing is loaded
 * @param {number} now our clock, ms
 * @param {Habits} habits
 * @returns {Action[]}
 */
Segue.nextActions = function (target, own, now, habits) {
    var movedFrom = 300; // ms
    var atStartBelow = 1500; // ms: a track that only now begins is heard from its first note
    var patienceMost = 64000; // ms

    if (!target)
        return own ? [{ act: 'stop' }] : [];
    if (!own || own.playId !== target.playId)
        return another(target);
    if (own.failed)
        return [];
    if (target.paused)
        return keepPaused(target, own);
    if (own.ended)
        return moved(target, own) ? [{ act: 'start', at: target.position }] : [];
    if (own.paused)
        return resumed(target, own);
    return stayClose(target, own);

    /** @param {Target} wanted @returns {Action[]} */
    function another(wanted) {
        // It was already gone on to by itself.
        if (own && own.playId === 0 && own.item === wanted.item && !wanted.paused)
            return [{ act: 'adopt' }];
        if (wanted.paused && !habits.opensPaused)
            return own && !own.paused && !own.ended ? [{ act: 'pause' }] : [];
        var fromStart = !wanted.together && wanted.position < atStartBelow;
        return [{ act: 'start', at: fromStart ? 0 : wanted.position }];
    }
    /** @param {Target} wanted @param {Own} mine @returns {Action[]} */
    function keepPaused(wanted, mine) {
        /** @type {Action[]} */
        var actions = [];
        if (!mine.paused && !mine.ended)
            actions.push({ act: 'pause' });
        // Some answer a seek a while later: once is enough until it has had time to.
        if (mine.ready && now - mine.aimedAt >= habits.settling && Math.abs(wanted.position - mine.position) > habits.alone)
            actions.push({ act: 'seek', at: wanted.position, wished: true });
        return actions;
    }
    /** @param {Target} wanted @param {Own} mine @returns {Action[]} */
    function resumed(wanted, mine) {
        var error = Math.abs(wanted.position - mine.position);
        if (error > tolerance(wanted))
            return [{ act: 'seek', at: wanted.position, wished: true }, { act: 'play' }];
        return [{ act: 'play' }];
    }
    /** @param {Target} wanted @param {Own} mine @returns {Action[]} */
    function stayClose(wanted, mine) {
        var error = Math.abs(wanted.position - mine.position);
        if (moved(wanted, mine))
            return [error > movedFrom ? { act: 'seek', at: wanted.position, wished: true } : { act: 'keep' }];
        var patience = Math.min(patienceMost, habits.settling * Math.pow(2, mine.corrections));
        if (!mine.ready || now - mine.aimedAt < patience || error <= tolerance(wanted))
            return [];
        return [{ act: 'seek', at: wanted.position, wished: false }];
    }
    /** Somebody chose another place. @param {Target} wanted @param {Own} mine */
    function moved(wanted, mine) {
        return Math.abs(wanted.line - mine.line) > movedFrom;
    }
    /** @param {Target} wanted */
    function tolerance(wanted) {
        return wanted.together ? habits.together : habits.alone;
    }
};
