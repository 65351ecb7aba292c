// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/** What the TV says, in four languages. All have the same keys: a test compares them. @type {Record<string, Record<string, string>>} */
Segue.allTexts = {
    en: {
        allow: 'Allow this TV', allowHow: 'In the window of Segue, or on a phone that may let others in, this code is shown:',
        anotherCode: 'Ask again', askAgain: 'Press OK to ask again.', connecting: 'Looking for the hub…', denied: 'This TV was not let in.',
        elsewhere: 'Segue is open elsewhere on this TV.', failed: 'This TV cannot play this track.', looking: 'Asking…', menu: 'Segue', next: 'Next',
        nothing: 'Nothing is playing', nothingHow: 'Start something on a phone or in the window of Segue.', nowPlaying: 'Now playing', on: 'Playing on {names}',
        pause: 'Pause', play: 'Play', playHere: 'Play here', pressOk: 'Press OK to play here', pressOkAgain: 'Press OK to go on here.', previous: 'Previous',
        stopHere: 'Not here any more', upNext: 'Up next', volume: 'Volume {n}'
    },
    de: {
        allow: 'Diesen Fernseher zulassen', allowHow: 'Im Fenster von Segue oder auf einem Telefon, das andere zulassen darf, steht dieser Code:',
        anotherCode: 'Noch einmal fragen', askAgain: 'Mit OK noch einmal fragen.', connecting: 'Der Hub wird gesucht…', denied: 'Dieser Fernseher wurde nicht zugelassen.',
        elsewhere: 'Segue ist auf diesem Fernseher woanders geöffnet.', failed: 'Dieser Fernseher kann das Stück nicht abspielen.', looking: 'Es wird gefragt…',
        menu: 'Segue', next: 'Weiter', nothing: 'Es läuft nichts', nothingHow: 'Starte etwas auf einem Telefon oder im Fenster von Segue.', nowPlaying: 'Es läuft',
        on: 'Läuft auf {names}', pause: 'Pause', play: 'Abspielen', playHere: 'Hier spielen', pressOk: 'Mit OK hier spielen', pressOkAgain: 'Mit OK hier weitermachen.',
        previous: 'Zurück', stopHere: 'Hier nicht mehr', upNext: 'Als Nächstes', volume: 'Lautstärke {n}'
    },
    pl: {
        allow: 'Zezwól temu telewizorowi', allowHow: 'W oknie Segue albo na telefonie, który może wpuszczać innych, widać ten kod:',
        anotherCode: 'Zapytaj jeszcze raz', askAgain: 'Naciśnij OK, aby zapytać ponownie.', connecting: 'Szukanie huba…', denied: 'Ten telewizor nie został wpuszczony.',
        elsewhere: 'Segue jest otwarte w innym miejscu na tym telewizorze.', failed: 'Ten telewizor nie może odtworzyć tego utworu.', looking: 'Pytanie…', menu: 'Segue',
        next: 'Następny', nothing: 'Nic nie gra', nothingHow: 'Włącz coś na telefonie albo w oknie Segue.', nowPlaying: 'Teraz gra', on: 'Gra na: {names}',
        pause: 'Pauza', play: 'Odtwarzaj', playHere: 'Graj tutaj', pressOk: 'Naciśnij OK, aby grać tutaj', pressOkAgain: 'Naciśnij OK, aby kontynuować tutaj.',
        previous: 'Poprzedni', stopHere: 'Już nie tutaj', upNext: 'Następnie', volume: 'Głośność {n}'
    },
    ru: {
        allow: 'Разрешите этот телевизор', allowHow: 'В окне Segue или на телефоне, который может впускать других, показан этот код:',
        anotherCode: 'Спросить ещё раз', askAgain: 'Нажмите OK, чтобы спросить ещё раз.', connecting: 'Поиск хаба…', denied: 'Этот телевизор не впустили.',
        elsewhere: 'Segue открыт на этом телевизоре в другом месте.', failed: 'Этот телевизор не может воспроизвести эту запись.', looking: 'Запрос…', menu: 'Segue',
        next: 'Следующая', nothing: 'Ничего не играет', nothingHow: 'Включите что-нибудь на телефоне или в окне Segue.', nowPlaying: 'Сейчас играет',
        on: 'Играет: {names}', pause: 'Пауза', play: 'Играть', playHere: 'Играть здесь', pressOk: 'Нажмите OK, чтобы играть здесь',
        pressOkAgain: 'Нажмите OK, чтобы продолжить здесь.', previous: 'Предыдущая', stopHere: 'Больше не здесь', upNext: 'Далее', volume: 'Громкость {n}'
    }
};

Segue.language = (function () {
    /** @type {string[]} */
    var wanted = (/** @type {any} */ (navigator).languages || []).concat([navigator.language]);
    for (var i = 0; i < wanted.length; ++i) {
        var tag = String(wanted[i] || '').substr(0, 2).toLowerCase();
        if (Object.prototype.hasOwnProperty.call(Segue.allTexts, tag))
            return tag;
    }
    return 'en';
}());

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] put in for {name}
 * @returns {string}
 */
Segue.text = function (key, values) {
    return Segue.allTexts[Segue.language][key].replace(/\{(\w+)\}/g, function (all, name) {
        return values && name in values ? String(values[name]) : all;
    });
};

/** @param {number} milliseconds */
Segue.duration = function (milliseconds) {
    var seconds = Math.max(0, Math.floor(milliseconds / 1000));
    var hours = Math.floor(seconds / 3600);
    var minutes = Math.floor(seconds / 60) % 60;
    /** @param {number} n */
    var two = function (n) {
        return n < 10 ? '0' + n : String(n);
    };
    return (hours ? hours + ':' + two(minutes) : String(minutes)) + ':' + two(seconds % 60);
};
