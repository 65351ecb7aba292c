<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AdmittedRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>May listen</source>
        <translation>Может слушать</translation>
    </message>
    <message>
        <source>May play and control</source>
        <translation>Может играть и управлять</translation>
    </message>
    <message>
        <source>May let others in too</source>
        <translation>Может впускать и других</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Что может %1</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Отключить %1</translation>
    </message>
</context>
<context>
    <name>AdmittedSettings</name>
    <message>
        <source>Devices that were let in</source>
        <translation>Впущенные устройства</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Пока нет.</translation>
    </message>
</context>
<context>
    <name>AlbumCard</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>AlbumGrid</name>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
</context>
<context>
    <name>AlbumHead</name>
    <message>
        <source>Back to the albums</source>
        <translation>Назад к альбомам</translation>
    </message>
    <message>
        <source>Play this album</source>
        <translation>Воспроизвести этот альбом</translation>
    </message>
    <message>
        <source>Add this album to the queue</source>
        <translation>Добавить этот альбом в очередь</translation>
    </message>
    <message>
        <source>Edit the tags of this album</source>
        <translation>Изменить теги этого альбома</translation>
    </message>
</context>
<context>
    <name>AlbumStrip</name>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
</context>
<context>
    <name>AskingBanner</name>
    <message>
        <source>Ctrl+J goes there.</source>
        <translation>Ctrl+J — перейти туда.</translation>
    </message>
    <message>
        <source>%1 wants to join</source>
        <translation>%1 хочет присоединиться</translation>
    </message>
    <message numerus="yes">
        <source>From %1. %n other(s) wait too.</source>
        <translation>
            <numerusform>С адреса %1. Ждёт ещё %n устройство.</numerusform>
            <numerusform>С адреса %1. Ждут ещё %n устройства.</numerusform>
            <numerusform>С адреса %1. Ждут ещё %n устройств.</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 (Ctrl+J to decide)</source>
        <translation>С адреса %1 (Ctrl+J — решить)</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Allow %1 to control the music</source>
        <translation>Разрешить устройству %1 управлять музыкой</translation>
    </message>
    <message>
        <source>Allow to listen only</source>
        <translation>Разрешить только слушать</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>%1, which shows %2, wants to join</source>
        <translation>%1 показывает %2 и хочет присоединиться</translation>
    </message>
</context>
<context>
    <name>BrowseActions</name>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Новый плейлист…</translation>
    </message>
    <message>
        <source>Edit the tags of all</source>
        <translation>Изменить теги всех</translation>
    </message>
    <message>
        <source>Add all to the queue</source>
        <translation>Добавить все в очередь</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Воспроизвести все</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export this playlist…</source>
        <translation>Экспорт этого плейлиста…</translation>
    </message>
</context>
<context>
    <name>ContentSite</name>
    <message>
        <source>This is not there any more</source>
        <translation>Этого больше нет</translation>
    </message>
    <message>
        <source>Let this TV in</source>
        <translation>Подключить этот телевизор</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Сейчас играет</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Плейлисты</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Композиции</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Радио</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Недавно прослушанное</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>Альбомов пока нет</translation>
    </message>
    <message>
        <source>No artists yet</source>
        <translation>Исполнителей пока нет</translation>
    </message>
    <message>
        <source>No playlists yet</source>
        <translation>Плейлистов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n композиция</numerusform>
            <numerusform>%n композиции</numerusform>
            <numerusform>%n композиций</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Album · %1</source>
        <translation>Альбом · %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Здесь пока ничего нет</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>CoverChoice</name>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>The new cover</source>
        <translation>Новая обложка</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выбор картинки</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Картинки (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>Desktop::AdmittedModel</name>
    <message>
        <source>Has not been here yet</source>
        <translation>Ещё не появлялось</translation>
    </message>
    <message>
        <source>Here just now</source>
        <translation>Было здесь только что</translation>
    </message>
    <message numerus="yes">
        <source>Here %n minute(s) ago</source>
        <translation>
            <numerusform>Было здесь %n минуту назад</numerusform>
            <numerusform>Было здесь %n минуты назад</numerusform>
            <numerusform>Было здесь %n минут назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Here today at %1</source>
        <translation>Было здесь сегодня в %1</translation>
    </message>
    <message>
        <source>Here yesterday at %1</source>
        <translation>Было здесь вчера в %1</translation>
    </message>
    <message>
        <source>Last here on %1</source>
        <translation>Последний раз здесь: %1</translation>
    </message>
</context>
<context>
    <name>Desktop::BrowseController</name>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n трек</numerusform>
            <numerusform>%n трека</numerusform>
            <numerusform>%n треков</numerusform>
        </translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Здесь пока ничего нет.</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Плейлисты</translation>
    </message>
    <message>
        <source>No playlists yet. Make one from a track&apos;s menu.</source>
        <translation>Плейлистов пока нет. Создайте первый из меню трека.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>No favourites yet. Press the heart of a track.</source>
        <translation>В избранном пока пусто. Нажмите на сердечко у трека.</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Недавно слушали</translation>
    </message>
    <message>
        <source>Nothing has been played yet.</source>
        <translation>Пока ничего не воспроизводилось.</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Чаще всего</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>This playlist is empty. Add tracks from their menu.</source>
        <translation>Этот плейлист пуст. Добавьте треки через их меню.</translation>
    </message>
    <message>
        <source>No track here is by this artist.</source>
        <translation>Здесь нет композиций этого исполнителя.</translation>
    </message>
    <message>
        <source>No track here is of this genre.</source>
        <translation>Здесь нет композиций этого жанра.</translation>
    </message>
</context>
<context>
    <name>Desktop::DeviceModel</name>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Играет</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Does not have this track</source>
        <translation>Здесь нет этого трека</translation>
    </message>
    <message>
        <source>Cannot play this track</source>
        <translation>Не может воспроизвести этот трек</translation>
    </message>
    <message>
        <source>Follows without sound</source>
        <translation>Следует без звука</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Устройство без имени</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Пульт управления</translation>
    </message>
    <message>
        <source>Listens privately</source>
        <translation>Слушает отдельно</translation>
    </message>
    <message>
        <source>Playing in time (%1 ms off)</source>
        <translation>Играет в такт (расхождение %1 мс)</translation>
    </message>
    <message>
        <source>Playing close to the others (%1 ms off)</source>
        <translation>Играет близко к остальным (расхождение %1 мс)</translation>
    </message>
    <message>
        <source>Playing loosely with the others (%1 ms off)</source>
        <translation>Играет примерно с остальными (расхождение %1 мс)</translation>
    </message>
</context>
<context>
    <name>Desktop::FoldersController</name>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Папку %1 не удаётся прочитать.</translation>
    </message>
    <message>
        <source>%1 belongs to your music already.</source>
        <translation>%1 уже входит в вашу музыку.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubApi</name>
    <message>
        <source>The hub does not answer. Try again in a moment.</source>
        <translation>Хаб не отвечает. Попробуйте ещё раз чуть позже.</translation>
    </message>
    <message>
        <source>This device may not do that. A device that may let others in can change its role.</source>
        <translation>Этому устройству так нельзя. Изменить это может устройство, которому можно впускать других.</translation>
    </message>
    <message>
        <source>That is over: somebody else has decided, or it was given up.</source>
        <translation>Уже неактуально: решил кто-то другой, или запрос отозван.</translation>
    </message>
    <message>
        <source>This hub listens on its own machine only. Let devices on your network join first.</source>
        <translation>Этот хаб доступен только на своём компьютере. Сначала разрешите устройствам в сети присоединяться.</translation>
    </message>
    <message>
        <source>The hub refused (%1): %2.</source>
        <translation>Хаб отказал (%1): %2.</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>Так уже называется другой профиль.</translation>
    </message>
    <message>
        <source>Devices play as this profile now. Let them switch to another one first.</source>
        <translation>Сейчас с этим профилем играют устройства. Сначала переключите их на другой.</translation>
    </message>
    <message>
        <source>This hub has as many profiles as it can have.</source>
        <translation>У этого хаба уже столько профилей, сколько может быть.</translation>
    </message>
    <message>
        <source>This name is too long, or has characters that cannot be shown.</source>
        <translation>Имя слишком длинное или содержит знаки, которые нельзя показать.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubsController</name>
    <message>
        <source>Looking for a hub…</source>
        <translation>Идёт поиск хаба…</translation>
    </message>
    <message>
        <source>No other hub is found on your network yet. Segue looks on.</source>
        <translation>Другого хаба в сети пока нет. Segue продолжает поиск.</translation>
    </message>
    <message>
        <source>The hub %1 is not found on your network yet. Segue looks on.</source>
        <translation>Хаба %1 в сети пока нет. Segue продолжает поиск.</translation>
    </message>
    <message>
        <source>Several hubs are on your network. Choose one.</source>
        <translation>В сети несколько хабов. Выберите один.</translation>
    </message>
    <message>
        <source>Joining %1…</source>
        <translation>Присоединение к %1…</translation>
    </message>
    <message>
        <source>Waiting to be allowed on %1. Somebody there is asked now.</source>
        <translation>Ожидание разрешения на %1. Там сейчас об этом спрашивают.</translation>
    </message>
    <message>
        <source>%1 has not let this device in.</source>
        <translation>%1 не впустил это устройство.</translation>
    </message>
</context>
<context>
    <name>Desktop::ImportController</name>
    <message>
        <source>%1 was written.</source>
        <translation>Файл %1 записан.</translation>
    </message>
    <message>
        <source>%1 is in no music folder. Drop its folder to add it.</source>
        <translation>Файл %1 не лежит ни в одной папке с музыкой. Чтобы добавить его, перетащите сюда его папку.</translation>
    </message>
    <message numerus="yes">
        <source>The playlist “%1” was added: %n track(s), %2 of them not in the library.</source>
        <translation>
            <numerusform>Добавлен плейлист «%1»: %n трек, из них нет в библиотеке: %2.</numerusform>
            <numerusform>Добавлен плейлист «%1»: %n трека, из них нет в библиотеке: %2.</numerusform>
            <numerusform>Добавлен плейлист «%1»: %n треков, из них нет в библиотеке: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stations added: %1.</source>
        <translation>Добавлено станций: %1.</translation>
    </message>
    <message>
        <source>Taken over: %1 playlists, %2 ratings, %3 play counts. Not taken: %4.</source>
        <translation>Перенесено: плейлистов — %1, оценок — %2, счётчиков воспроизведений — %3. Не перенесено: %4.</translation>
    </message>
</context>
<context>
    <name>Desktop::LibraryController</name>
    <message>
        <source>No music yet.</source>
        <translation>Музыки пока нет.</translation>
    </message>
    <message>
        <source>Looking for music…</source>
        <translation>Ищем музыку…</translation>
    </message>
    <message>
        <source>No music was found.</source>
        <translation>Музыка не найдена.</translation>
    </message>
    <message>
        <source>Start Segue with --music FOLDER.</source>
        <translation>Запустите Segue с параметром --music ПАПКА.</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n трек</numerusform>
            <numerusform>%n трека</numerusform>
            <numerusform>%n треков</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::OtherPlayersModel</name>
    <message>
        <source>Not reachable right now</source>
        <translation>Сейчас недоступен</translation>
    </message>
    <message>
        <source>Plays nothing</source>
        <translation>Ничего не играет</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>На паузе · %1</translation>
    </message>
</context>
<context>
    <name>Desktop::PersonalController</name>
    <message>
        <source>Create “%1”</source>
        <translation>Создать «%1»</translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation>Переименовать в «%1»</translation>
    </message>
    <message>
        <source>Delete a playlist</source>
        <translation>Удалить плейлист</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Добавить в плейлист</translation>
    </message>
    <message>
        <source>Move a track</source>
        <translation>Переместить трек</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n track(s)</source>
        <translation>
            <numerusform>Удалить %n трек</numerusform>
            <numerusform>Удалить %n трека</numerusform>
            <numerusform>Удалить %n треков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::PlayerController</name>
    <message>
        <source>The hub refused that.</source>
        <translation>Хаб отклонил это действие.</translation>
    </message>
    <message>
        <source>Unknown track</source>
        <translation>Неизвестный трек</translation>
    </message>
</context>
<context>
    <name>Desktop::QueueModel</name>
    <message>
        <source>Not in this library</source>
        <translation>Нет в этой библиотеке</translation>
    </message>
</context>
<context>
    <name>Desktop::RadioController</name>
    <message>
        <source>A station&apos;s address begins with http:// or https:// and has no password in it.</source>
        <translation>Адрес станции начинается с http:// или https:// и не содержит пароля.</translation>
    </message>
    <message>
        <source>Rename a station</source>
        <translation>Переименовать станцию</translation>
    </message>
    <message>
        <source>Change a station</source>
        <translation>Изменить станцию</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Добавить станцию</translation>
    </message>
    <message>
        <source>Delete a station</source>
        <translation>Удалить станцию</translation>
    </message>
    <message>
        <source>Move a station</source>
        <translation>Переместить станцию</translation>
    </message>
</context>
<context>
    <name>Desktop::SearchController</name>
    <message>
        <source>Type what you look for: a title, an artist, an album, a playlist or a station.</source>
        <translation>Введите, что ищете: название, исполнителя, альбом, плейлист или станцию.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>По запросу «%1» ничего не найдено.</translation>
    </message>
</context>
<context>
    <name>Desktop::SettingsController</name>
    <message>
        <source>A device needs a name.</source>
        <translation>Устройству нужно имя.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Это имя слишком длинное.</translation>
    </message>
    <message>
        <source>Segue cannot listen on the network: %1. Devices there still cannot join.</source>
        <translation>Segue не может принимать подключения из сети: %1. Устройства в сети по-прежнему не могут присоединиться.</translation>
    </message>
    <message>
        <source>Segue cannot stop listening on the network: %1. Devices there can still join.</source>
        <translation>Segue не может перестать принимать подключения из сети: %1. Устройства в сети по-прежнему могут присоединиться.</translation>
    </message>
    <message>
        <source>Devices on your network, once they were let in (bind is %1).</source>
        <translation>Устройства в сети, когда их впустят (bind: %1).</translation>
    </message>
    <message>
        <source>Devices on your network see this hub, and have part in it once they were let in.</source>
        <translation>Устройства в сети видят этот хаб и участвуют, когда их впустят.</translation>
    </message>
    <message>
        <source>Only this machine has part in this hub.</source>
        <translation>Этим хабом пользуется только этот компьютер.</translation>
    </message>
    <message>
        <source>a hub on your network</source>
        <translation>хаб в сети</translation>
    </message>
</context>
<context>
    <name>Desktop::SleepController</name>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>Desktop::SoundController</name>
    <message>
        <source>The system&apos;s default</source>
        <translation>Устройство по умолчанию</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (сейчас не подключено)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключено</translation>
    </message>
    <message>
        <source>More bass</source>
        <translation>Больше басов</translation>
    </message>
    <message>
        <source>More treble</source>
        <translation>Больше высоких</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Quiet listening</source>
        <translation>Тихое прослушивание</translation>
    </message>
    <message>
        <source>Small speakers</source>
        <translation>Маленькие колонки</translation>
    </message>
    <message>
        <source>Rock</source>
        <translation>Рок</translation>
    </message>
    <message>
        <source>Pop</source>
        <translation>Поп</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Танцевальная</translation>
    </message>
    <message>
        <source>Jazz</source>
        <translation>Джаз</translation>
    </message>
    <message>
        <source>Classical</source>
        <translation>Классика</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Свои</translation>
    </message>
</context>
<context>
    <name>Desktop::TagController</name>
    <message>
        <source>The files of these tracks are not there.</source>
        <translation>Файлов этих треков нет на месте.</translation>
    </message>
    <message numerus="yes">
        <source>The former tags are back: %n file(s).</source>
        <translation>
            <numerusform>Прежние теги возвращены: %n файл.</numerusform>
            <numerusform>Прежние теги возвращены: %n файла.</numerusform>
            <numerusform>Прежние теги возвращены: %n файлов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags were written: %n file(s).</source>
        <translation>
            <numerusform>Теги записаны: %n файл.</numerusform>
            <numerusform>Теги записаны: %n файла.</numerusform>
            <numerusform>Теги записаны: %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds several tracks; its cue sheet names them, not its tags.</source>
        <translation>Файл «%1» содержит несколько композиций; их названия берутся из cue-файла, а не из тегов.</translation>
    </message>
</context>
<context>
    <name>Desktop::TagForm</name>
    <message>
        <source>“%1” is not a number from 0 to %2.</source>
        <translation>«%1» — не число от 0 до %2.</translation>
    </message>
</context>
<context>
    <name>Desktop::UsersController</name>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
</context>
<context>
    <name>Desktop::Window</name>
    <message>
        <source>This device is not here any more.</source>
        <translation>Этого устройства здесь больше нет.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
</context>
<context>
    <name>DeviceNameDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Переименование устройства</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>Название устройства</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>%1, this device: %2</source>
        <translation>%1, это устройство: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This device · %1</source>
        <translation>Это устройство · %1</translation>
    </message>
    <message>
        <source>Stop playing here</source>
        <translation>Не играть здесь</translation>
    </message>
    <message>
        <source>Stop playing there</source>
        <translation>Не играть там</translation>
    </message>
    <message>
        <source>Play here also</source>
        <translation>Играть и здесь</translation>
    </message>
    <message>
        <source>Play there also</source>
        <translation>Играть и там</translation>
    </message>
    <message>
        <source>Play here</source>
        <translation>Играть здесь</translation>
    </message>
    <message>
        <source>Play there</source>
        <translation>Играть там</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Громкость: %1</translation>
    </message>
</context>
<context>
    <name>DevicesPopup</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Not connected to a hub</source>
        <translation>Нет связи с хабом</translation>
    </message>
    <message>
        <source>This device is the hub</source>
        <translation>Это устройство — хаб</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Хаб: %1</translation>
    </message>
    <message>
        <source>Listen privately</source>
        <translation>Слушать отдельно</translation>
    </message>
    <message>
        <source>This device has a player of its own. The others see that, but not what plays.</source>
        <translation>У этого устройства свой плеер. Остальные это видят, но не видят, что играет.</translation>
    </message>
    <message>
        <source>A player for this device alone, until you return to the others.</source>
        <translation>Плеер только для этого устройства, пока вы не вернётесь к остальным.</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Folder with music</source>
        <translation>Папка с музыкой</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Plays now</source>
        <translation>Сейчас играет</translation>
    </message>
</context>
<context>
    <name>EqualizerSettings</name>
    <message>
        <source>Equalizer</source>
        <translation>Эквалайзер</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Off: the sound leaves as it is in the file.</source>
        <translation>Выключен: звук остаётся таким, как в файле.</translation>
    </message>
    <message>
        <source>Radio stations play as they come.</source>
        <translation>Радиостанции звучат без изменений.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Remove %1 from the music</source>
        <translation>Убрать %1 из музыки</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>The hub is not reachable. Trying again…</source>
        <translation>Хаб недоступен. Пробуем ещё раз…</translation>
    </message>
    <message>
        <source>Reading and writing files…</source>
        <translation>Чтение и запись файлов…</translation>
    </message>
    <message>
        <source>This hub cannot reach the others. It goes on alone; they catch up later.</source>
        <translation>Этот хаб не может связаться с остальными. Он работает сам; позже они согласуются.</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Присоединиться</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Присоединиться к %1</translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>Имя этого устройства</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Хаб</translation>
    </message>
    <message>
        <source>In this Segue, at %1</source>
        <translation>В этом Segue, по адресу %1</translation>
    </message>
    <message>
        <source>Joined %1</source>
        <translation>Подключено к %1</translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation>Кому доступен</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message>
        <source>Only this device</source>
        <translation>Только это устройство</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n устройство</numerusform>
            <numerusform>%n устройства</numerusform>
            <numerusform>%n устройств</numerusform>
        </translation>
    </message>
    <message>
        <source>Let devices on my network join</source>
        <translation>Разрешить устройствам в моей сети присоединяться</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>Добавить устройство…</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Add a device</source>
        <translation>Добавить устройство</translation>
    </message>
    <message>
        <source>%1 has come in.</source>
        <translation>%1 теперь с нами.</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Добавить ещё одно</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Новый код</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>InvitationWords</name>
    <message>
        <source>Scan the picture with the camera of a phone or tablet, or open this address in a browser:</source>
        <translation>Отсканируйте картинку камерой телефона или планшета либо откройте этот адрес в браузере:</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Также: %1</translation>
    </message>
    <message>
        <source>and type this code there:</source>
        <translation>и введите там этот код:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Good for another %1, for one device.</source>
        <translation>Действует ещё %1, для одного устройства.</translation>
    </message>
    <message>
        <source>This code is over.</source>
        <translation>Этот код больше не действует.</translation>
    </message>
    <message>
        <source>Where a browser warns of the certificate, its SHA-256 fingerprint should be: %1</source>
        <translation>Если браузер предупреждает о сертификате, его отпечаток SHA-256 должен быть таким: %1</translation>
    </message>
</context>
<context>
    <name>LevelSlider</name>
    <message>
        <source>%1 Hz, decibels</source>
        <translation>%1 Гц, децибелы</translation>
    </message>
</context>
<context>
    <name>Library::Reasons</name>
    <message>
        <source>The line is longer than %1 characters.</source>
        <translation>В строке больше символов, чем допустимо (%1).</translation>
    </message>
    <message>
        <source>There is no track in this sheet.</source>
        <translation>В этом файле CUE нет ни одного трека.</translation>
    </message>
    <message>
        <source>FILE names no file.</source>
        <translation>В FILE не указан файл.</translation>
    </message>
    <message>
        <source>TRACK has no number between 1 and %1.</source>
        <translation>В TRACK нет номера от 1 до %1.</translation>
    </message>
    <message>
        <source>TRACK comes before FILE.</source>
        <translation>TRACK стоит раньше FILE.</translation>
    </message>
    <message>
        <source>There are more than %1 tracks.</source>
        <translation>Слишком много треков (не больше %1).</translation>
    </message>
    <message>
        <source>INDEX comes before TRACK.</source>
        <translation>INDEX стоит раньше TRACK.</translation>
    </message>
    <message>
        <source>INDEX has no number between 0 and 99.</source>
        <translation>В INDEX нет номера от 0 до 99.</translation>
    </message>
    <message>
        <source>INDEX has no time like 04:33:00.</source>
        <translation>В INDEX нет времени вида 04:33:00.</translation>
    </message>
    <message>
        <source>INDEX goes back in time.</source>
        <translation>INDEX идёт назад во времени.</translation>
    </message>
    <message>
        <source>Track %1 has no INDEX 01.</source>
        <translation>У трека %1 нет INDEX 01.</translation>
    </message>
    <message>
        <source>The sheet is larger than %1 KiB.</source>
        <translation>Файл CUE больше %1 КиБ.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the file: %1.</source>
        <translation>Для копии файла нет места: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end: %1.</source>
        <translation>Файл не читается до конца: %1.</translation>
    </message>
    <message>
        <source>The file&apos;s permissions cannot be kept: %1.</source>
        <translation>Не удаётся сохранить права доступа к файлу: %1.</translation>
    </message>
    <message>
        <source>It cannot be opened: %1.</source>
        <translation>Не удаётся открыть: %1.</translation>
    </message>
    <message>
        <source>The file is read-only.</source>
        <translation>Файл доступен только для чтения.</translation>
    </message>
    <message>
        <source>Its folder cannot be written to: %1.</source>
        <translation>В папку этого файла нельзя записать: %1.</translation>
    </message>
    <message>
        <source>The changed file cannot be written to the disk: %1.</source>
        <translation>Не удаётся записать изменённый файл на диск: %1.</translation>
    </message>
    <message>
        <source>Something else has changed the file meanwhile.</source>
        <translation>Тем временем файл изменила другая программа.</translation>
    </message>
    <message>
        <source>The changed file cannot take the old one&apos;s place: %1.</source>
        <translation>Не удаётся заменить старый файл изменённым: %1.</translation>
    </message>
    <message>
        <source>This music folder went away while it was read; what it holds is kept.</source>
        <translation>Эта папка с музыкой пропала во время чтения; её содержимое остаётся в библиотеке.</translation>
    </message>
    <message>
        <source>This music folder&apos;s disk is not mounted; what it holds is kept.</source>
        <translation>Диск этой папки с музыкой не подключён; её содержимое остаётся в библиотеке.</translation>
    </message>
    <message>
        <source>A field holds %1 values at most.</source>
        <translation>В поле слишком много значений (не больше %1).</translation>
    </message>
    <message>
        <source>A text is longer than %1 characters.</source>
        <translation>Один из текстов слишком длинный (не больше символов: %1).</translation>
    </message>
    <message>
        <source>A track or disc number is between 0 and %1.</source>
        <translation>Номер трека или диска — от 0 до %1.</translation>
    </message>
    <message>
        <source>The cover is larger than %1 MiB.</source>
        <translation>Обложка больше %1 МиБ.</translation>
    </message>
    <message>
        <source>The cover is neither a JPEG nor a PNG picture.</source>
        <translation>Обложка — не картинка JPEG или PNG.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>This is not an audio file of a kind Segue knows.</source>
        <translation>Это не звуковой файл известного Segue вида.</translation>
    </message>
    <message>
        <source>The file is cut off before its sound begins.</source>
        <translation>Файл обрывается до начала звука.</translation>
    </message>
    <message>
        <source>The file is damaged: its headers make no sense.</source>
        <translation>Файл повреждён: его заголовки не имеют смысла.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Файл повреждён: %1.</translation>
    </message>
    <message>
        <source>Tags in this kind of file cannot be edited.</source>
        <translation>Теги в файлах этого вида нельзя изменять.</translation>
    </message>
    <message>
        <source>This kind of file holds no cover.</source>
        <translation>Файлы этого вида не хранят обложку.</translation>
    </message>
    <message>
        <source>The sound would not have survived; is the disk full?</source>
        <translation>Звук был бы испорчен; диск переполнен?</translation>
    </message>
    <message>
        <source>This kind of file cannot hold all of these values.</source>
        <translation>Файлы этого вида не вмещают все эти значения.</translation>
    </message>
    <message>
        <source>The tags cannot be written; is the disk full?</source>
        <translation>Не удаётся записать теги; диск переполнен?</translation>
    </message>
    <message>
        <source>This music folder is not available; what it holds is kept.</source>
        <translation>Эта папка с музыкой недоступна; её содержимое остаётся в библиотеке.</translation>
    </message>
    <message>
        <source>The file&apos;s name is not valid UTF-8; rename it to play it.</source>
        <translation>Имя файла — не правильный UTF-8; чтобы слушать файл, переименуйте его.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1.</source>
        <translation>Не удаётся прочитать эту папку: %1.</translation>
    </message>
    <message>
        <source>The file cannot be looked at: %1.</source>
        <translation>Не удаётся посмотреть файл: %1.</translation>
    </message>
    <message>
        <source>This file is not in the library.</source>
        <translation>Этого файла нет в библиотеке.</translation>
    </message>
    <message>
        <source>There is no file in this playlist.</source>
        <translation>В этом плейлисте нет ни одного файла.</translation>
    </message>
    <message>
        <source>%1 streams in it were left out.</source>
        <translation>Пропущено потоков в нём: %1.</translation>
    </message>
    <message>
        <source>Playlist %1</source>
        <translation>Плейлист %1</translation>
    </message>
    <message>
        <source>%1 smart playlists were left out: their rules cannot be taken over.</source>
        <translation>Пропущено умных плейлистов: %1; их правила нельзя перенести.</translation>
    </message>
    <message>
        <source>The database %1 cannot be copied aside: %2.</source>
        <translation>Не удаётся сделать копию базы данных %1: %2.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read: %2.</source>
        <translation>Не удаётся прочитать базу данных %1: %2.</translation>
    </message>
    <message>
        <source>The database %1 is not one of Strawberry or Clementine.</source>
        <translation>База данных %1 — не от Strawberry и не от Clementine.</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>Базы данных %1 нет.</translation>
    </message>
    <message>
        <source>It is no name a file can have.</source>
        <translation>Файл не может так называться.</translation>
    </message>
    <message>
        <source>It is not on this machine: %1.</source>
        <translation>Не на этом компьютере: %1.</translation>
    </message>
    <message>
        <source>It is no address music can be played from: %1.</source>
        <translation>С этого адреса нельзя воспроизводить музыку: %1.</translation>
    </message>
    <message>
        <source>The playlist is larger than %1 MiB.</source>
        <translation>Плейлист больше %1 МиБ.</translation>
    </message>
    <message>
        <source>This is not a playlist but something else.</source>
        <translation>Это не плейлист, а что-то другое.</translation>
    </message>
    <message>
        <source>The playlist has more than %1 lines.</source>
        <translation>В плейлисте слишком много строк (не больше %1).</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be written: %2.</source>
        <translation>Не удаётся записать плейлист %1: %2.</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be opened: %2.</source>
        <translation>Не удаётся открыть плейлист %1: %2.</translation>
    </message>
    <message>
        <source>A playlist needs a name.</source>
        <translation>Плейлисту нужно название.</translation>
    </message>
    <message>
        <source>This playlist is not there any more.</source>
        <translation>Этого плейлиста больше нет.</translation>
    </message>
    <message>
        <source>A playlist holds %1 tracks at most.</source>
        <translation>В плейлисте слишком много треков (не больше %1).</translation>
    </message>
    <message>
        <source>There is room for %1 stations at most.</source>
        <translation>Слишком много станций (не больше %1).</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>Дорожка %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>It names the file “%1”, which is not beside it.</source>
        <translation>В нём указан файл «%1», которого нет рядом.</translation>
    </message>
    <message>
        <source>Its track %1 begins after the end of “%2”.</source>
        <translation>Дорожка %1 начинается после конца «%2».</translation>
    </message>
    <message>
        <source>The folder&apos;s name is not valid UTF-8; rename it to play what it holds.</source>
        <translation>Имя папки — не правильный UTF-8; чтобы слушать её содержимое, переименуйте папку.</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Import playlists, stations or a player&apos;s data</source>
        <translation>Импорт плейлистов, станций или данных плеера</translation>
    </message>
    <message>
        <source>Playlists, and databases of Strawberry and Clementine (*.m3u *.m3u8 *.pls *.db)</source>
        <translation>Плейлисты и базы Strawberry и Clementine (*.m3u *.m3u8 *.pls *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Playlists (*.m3u8 *.m3u *.pls)</source>
        <translation>Плейлисты (*.m3u8 *.m3u *.pls)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Экспорт «%1»</translation>
    </message>
</context>
<context>
    <name>LookSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
</context>
<context>
    <name>LoudnessControl</name>
    <message>
        <source>Unmute</source>
        <translation>Включить звук</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Выключить звук</translation>
    </message>
</context>
<context>
    <name>LoudnessState</name>
    <message>
        <source>Measuring how loud your music is: %1 of %2 tracks</source>
        <translation>Измеряется громкость музыки: %1 из %2 дорожек</translation>
    </message>
    <message>
        <source>Measuring how loud your music is was stopped. Tracks without ReplayGain tags may stay as loud as they are.</source>
        <translation>Измерение громкости остановлено. Дорожки без тегов ReplayGain могут остаться такими же громкими.</translation>
    </message>
    <message>
        <source>Progress of measuring loudness</source>
        <translation>Ход измерения громкости</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>Продолжить измерение</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Остановить измерение</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Segue</source>
        <translation>%1 – Segue</translation>
    </message>
    <message>
        <source>Segue</source>
        <translation>Segue</translation>
    </message>
</context>
<context>
    <name>MusicSettings</name>
    <message>
        <source>Music</source>
        <translation>Музыка</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>Папок пока нет.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1: убрано.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>Остановить поиск</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Искать сейчас</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>Не удалось прочитать %n файл</numerusform>
            <numerusform>Не удалось прочитать %n файла</numerusform>
            <numerusform>Не удалось прочитать %n файлов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>New playlist</source>
        <translation>Новый плейлист</translation>
    </message>
    <message>
        <source>Rename the playlist</source>
        <translation>Переименовать плейлист</translation>
    </message>
    <message>
        <source>Name of the playlist</source>
        <translation>Название плейлиста</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>NowPlayingBar</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Devices: playing on %1</source>
        <translation>Устройства: играет на %1</translation>
    </message>
</context>
<context>
    <name>NowPlayingPage</name>
    <message>
        <source>Now playing</source>
        <translation>Сейчас играет</translation>
    </message>
    <message>
        <source>Close what plays</source>
        <translation>Закрыть страницу воспроизведения</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
</context>
<context>
    <name>OtherHubs</name>
    <message>
        <source>Other hubs on your network</source>
        <translation>Другие хабы в сети</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
    <message>
        <source>None is found. A hub is listed here when it lets devices on the network join.</source>
        <translation>Ничего не найдено. Хаб появляется здесь, когда разрешает устройствам в сети присоединяться.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Leave, and be a hub again</source>
        <translation>Выйти и снова стать хабом</translation>
    </message>
</context>
<context>
    <name>OtherPlayerRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Предыдущий трек</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Следующий трек</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Забрать сюда</translation>
    </message>
    <message>
        <source>Take over what %1 plays</source>
        <translation>Забрать сюда то, что играет %1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Громкость: %1</translation>
    </message>
</context>
<context>
    <name>OtherPlayers</name>
    <message>
        <source>Other players</source>
        <translation>Другие плееры</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>Player::DeviceSink</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Нет звукового устройства: воспроизведение без звука.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Выбранного звукового устройства нет: звук идёт через %1.</translation>
    </message>
</context>
<context>
    <name>Player::Failures</name>
    <message>
        <source>“%1” cannot be played from %2: %3</source>
        <translation>Не удаётся воспроизвести «%1» с %2: %3</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>Файла «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” may not be read.</source>
        <translation>Файл «%1» нельзя читать.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>Файл «%1» пуст.</translation>
    </message>
    <message>
        <source>“%1” is cut off: it ends at %2 of %3.</source>
        <translation>Файл «%1» обрывается: он кончается на %2 из %3.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>он повреждён или это не звук.</translation>
    </message>
    <message>
        <source>“%1” cannot be played: %2</source>
        <translation>«%1» не удаётся воспроизвести: %2</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s), first near %2: what was there cannot be heard.</source>
        <translation>
            <numerusform>«%1» повреждён в %n месте, сначала около %2: то, что там было, не слышно.</numerusform>
            <numerusform>«%1» повреждён в %n местах, сначала около %2: то, что там было, не слышно.</numerusform>
            <numerusform>«%1» повреждён в %n местах, сначала около %2: то, что там было, не слышно.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” breaks off at %2: %3</source>
        <translation>«%1» обрывается на %2: %3</translation>
    </message>
</context>
<context>
    <name>Player::MediaPlayerOutput</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Нет звукового устройства: воспроизведение без звука.</translation>
    </message>
    <message>
        <source>The sound device is gone: playing in silence until the next start of the program.</source>
        <translation>Звуковое устройство пропало: воспроизведение без звука до следующего запуска программы.</translation>
    </message>
    <message>
        <source>Playing on %1.</source>
        <translation>Воспроизведение через %1.</translation>
    </message>
    <message>
        <source>%1 is gone: playing on %2.</source>
        <translation>%1 пропало: звук идёт через %2.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Выбранного звукового устройства нет: звук идёт через %1.</translation>
    </message>
</context>
<context>
    <name>Player::Reasons</name>
    <message>
        <source>the server does not have it.</source>
        <translation>на сервере его нет.</translation>
    </message>
    <message>
        <source>the server does not allow it.</source>
        <translation>сервер этого не разрешает.</translation>
    </message>
    <message>
        <source>the server refuses it.</source>
        <translation>сервер отказывает.</translation>
    </message>
    <message>
        <source>the server failed.</source>
        <translation>на сервере произошла ошибка.</translation>
    </message>
    <message>
        <source>no server answers there.</source>
        <translation>там не отвечает ни один сервер.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>сервер не отвечает.</translation>
    </message>
    <message>
        <source>the server cannot be reached.</source>
        <translation>сервер недоступен.</translation>
    </message>
    <message>
        <source>the connection broke.</source>
        <translation>соединение прервалось.</translation>
    </message>
    <message>
        <source>its kind of sound is not known here.</source>
        <translation>его формат звука здесь неизвестен.</translation>
    </message>
    <message>
        <source>it asks for more memory than any music needs.</source>
        <translation>он требует больше памяти, чем нужно любой музыке.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>он повреждён или это не звук.</translation>
    </message>
    <message>
        <source>it is no recording but something else (%1).</source>
        <translation>это не запись, а нечто другое (%1).</translation>
    </message>
    <message>
        <source>there is no sound in it.</source>
        <translation>в нём нет звука.</translation>
    </message>
    <message>
        <source>the list of where its sound lies is missing or damaged. Perhaps the file was cut off.</source>
        <translation>оглавление звука отсутствует или повреждено. Возможно, файл обрезан.</translation>
    </message>
    <message>
        <source>what follows is damaged or cut off.</source>
        <translation>то, что дальше, повреждено или обрезано.</translation>
    </message>
    <message>
        <source>its end is not there. Perhaps the file was cut off.</source>
        <translation>конца файла нет. Возможно, файл обрезан.</translation>
    </message>
    <message>
        <source>it claims a sample rate of %1 Hz, so it is damaged.</source>
        <translation>он указывает частоту %1 Гц, значит, повреждён.</translation>
    </message>
    <message numerus="yes">
        <source>it claims to have %n channel(s), so it is damaged.</source>
        <translation>
            <numerusform>он указывает %n канал, значит, повреждён.</numerusform>
            <numerusform>он указывает %n канала, значит, повреждён.</numerusform>
            <numerusform>он указывает %n каналов, значит, повреждён.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::SessionPlayer</name>
    <message>
        <source>This track is not in this library.</source>
        <translation>Этого трека нет в этой библиотеке.</translation>
    </message>
    <message numerus="yes">
        <source>Playing has stopped: %n tracks in a row could not be played.</source>
        <translation>
            <numerusform>Воспроизведение остановлено: не удалось воспроизвести %n трек подряд.</numerusform>
            <numerusform>Воспроизведение остановлено: не удалось воспроизвести %n трека подряд.</numerusform>
            <numerusform>Воспроизведение остановлено: не удалось воспроизвести %n треков подряд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayingSite</name>
    <message>
        <source>This TV is not let in</source>
        <translation>Этот телевизор не подключён</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Сейчас играет</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Очередь пуста</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Здесь пока ничего нет</translation>
    </message>
    <message>
        <source>The queue does not have this any more</source>
        <translation>Этого больше нет в очереди</translation>
    </message>
    <message>
        <source>%1 is not in this library</source>
        <translation>%1: нет в этой медиатеке</translation>
    </message>
</context>
<context>
    <name>PlayingTrack</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Ничего не играет</translation>
    </message>
</context>
<context>
    <name>PlayingWords</name>
    <message>
        <source>Nothing is playing</source>
        <translation>Ничего не играет</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>Убрать «%1» из избранного</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>Добавить «%1» в избранное</translation>
    </message>
</context>
<context>
    <name>ProblemsPopup</name>
    <message>
        <source>Files that could not be read</source>
        <translation>Файлы, которые не удалось прочитать</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Новый профиль</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Переименовать профиль</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Имя профиля</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>ProfileEntry</name>
    <message>
        <source>Profile: %1</source>
        <translation>Профиль: %1</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Профили…</translation>
    </message>
</context>
<context>
    <name>ProfileRow</name>
    <message>
        <source>%1, on this device</source>
        <translation>%1, на этом устройстве</translation>
    </message>
    <message>
        <source>This device plays as this profile</source>
        <translation>Это устройство играет с этим профилем</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Переключиться</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Переключиться на %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Переименовать: %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Удалить: %1</translation>
    </message>
</context>
<context>
    <name>ProfileSettings</name>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>Each has a player, favourites, playlists, radio stations and a history of its own.</source>
        <translation>У каждого свой плеер, избранное, плейлисты, радиостанции и история.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Новый профиль…</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the address %1</source>
        <translation>QR-код адреса %1</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Save the queue as a playlist</source>
        <translation>Сохранить очередь как плейлист</translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>Очистить очередь</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Закрыть очередь</translation>
    </message>
    <message>
        <source>Nothing is queued. Play something, or add it from its menu.</source>
        <translation>Очередь пуста. Включите что-нибудь или добавьте из меню.</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Plays now</source>
        <translation>Сейчас играет</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Потяните, чтобы переместить</translation>
    </message>
    <message>
        <source>Remove %1 from the queue</source>
        <translation>Убрать «%1» из очереди</translation>
    </message>
</context>
<context>
    <name>RadioPage</name>
    <message>
        <source>Radio</source>
        <translation>Радио</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Add a station…</source>
        <translation>Добавить станцию…</translation>
    </message>
    <message>
        <source>No stations yet. Add the address of a stream, or drop a playlist of stations onto the window.</source>
        <translation>Станций пока нет. Добавьте адрес потока или перетащите в окно плейлист со станциями.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
</context>
<context>
    <name>RemoveProfileDialog</name>
    <message>
        <source>Delete the profile %1?</source>
        <translation>Удалить профиль %1?</translation>
    </message>
    <message>
        <source>Its queue, its history and its radio stations are deleted too, and cannot be brought back.</source>
        <translation>Его очередь, история и радиостанции тоже будут удалены, и вернуть их нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n playlist(s) with it.</source>
        <translation>
            <numerusform>Вместе с ним %n плейлист.</numerusform>
            <numerusform>Вместе с ним %n плейлиста.</numerusform>
            <numerusform>Вместе с ним %n плейлистов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) with it.</source>
        <translation>
            <numerusform>Вместе с ним %n трек из избранного.</numerusform>
            <numerusform>Вместе с ним %n трека из избранного.</numerusform>
            <numerusform>Вместе с ним %n треков из избранного.</numerusform>
        </translation>
    </message>
    <message>
        <source>The music itself stays. Its devices may still come in, as everybody.</source>
        <translation>Сама музыка остаётся. Его устройства по-прежнему допущены, как «Все».</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Send %1 away?</source>
        <translation>Отключить %1?</translation>
    </message>
    <message>
        <source>It stops at once, and has to be let in again if it is to come back.</source>
        <translation>Оно сразу перестанет работать, и его придётся впустить снова, если оно должно вернуться.</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Отключить</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Просматриваем музыку: файл %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n файл.</numerusform>
            <numerusform>Не удалось прочитать %n файла.</numerusform>
            <numerusform>Не удалось прочитать %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Ход просмотра</translation>
    </message>
    <message>
        <source>Show which files, and why</source>
        <translation>Показать, какие файлы и почему</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>ScanState</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Просмотр музыки: файлов %1 из %2</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Ход поиска</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n трек</numerusform>
            <numerusform>%n трека</numerusform>
            <numerusform>%n треков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n альбом</numerusform>
            <numerusform>%n альбома</numerusform>
            <numerusform>%n альбомов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Поиск по библиотеке</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>SearchFindings</name>
    <message>
        <source>Artists</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Плейлисты</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Радио</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Треки</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the track</source>
        <translation>Место в треке</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Kept in %1, under the names that the command line has.</source>
        <translation>Хранится в %1, под теми же именами, что в командной строке.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Треки</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Плейлисты</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Радио</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Недавно слушали</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Чаще всего</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>SidebarEntry</name>
    <message>
        <source>%1 found</source>
        <translation>Найдено: %1</translation>
    </message>
</context>
<context>
    <name>SleepButton</name>
    <message>
        <source>after this track</source>
        <translation>после этого трека</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Таймер сна</translation>
    </message>
    <message>
        <source>Sleep timer: %1</source>
        <translation>Таймер сна: %1</translation>
    </message>
    <message>
        <source>No sleep timer</source>
        <translation>Без таймера сна</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 минут</translation>
    </message>
    <message>
        <source>Stop after this track</source>
        <translation>Остановить после этого трека</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Играть через</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Звуковое устройство</translation>
    </message>
    <message>
        <source>Nothing: started with no-audio, this device only controls and follows.</source>
        <translation>Ничего: запущено с no-audio, это устройство только управляет и следует.</translation>
    </message>
    <message>
        <source>When that device goes away</source>
        <translation>Когда это устройство отключится</translation>
    </message>
    <message>
        <source>Play on another</source>
        <translation>Играть на другом</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Level loudness (ReplayGain)</source>
        <translation>Выравнивать громкость (ReplayGain)</translation>
    </message>
    <message>
        <source>Off: each track is as loud as its file has it.</source>
        <translation>Выключено: каждая дорожка так громка, как в файле.</translation>
    </message>
    <message>
        <source>All tracks are equally loud.</source>
        <translation>Все дорожки одинаково громки.</translation>
    </message>
    <message>
        <source>An album keeps the differences between its tracks.</source>
        <translation>Альбом сохраняет различия между дорожками.</translation>
    </message>
    <message>
        <source>An album played as such keeps its differences; else all tracks are equally loud.</source>
        <translation>Альбом, играемый целиком, сохраняет различия; иначе все дорожки одинаково громки.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключено</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Альбомы</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Louder or softer by %1 dB</source>
        <translation>Громче или тише на %1 дБ</translation>
    </message>
    <message>
        <source>Louder or softer, decibels</source>
        <translation>Громче или тише, децибелы</translation>
    </message>
    <message>
        <source>Fade each track into the next: off</source>
        <translation>Плавный переход к следующей дорожке: выключен</translation>
    </message>
    <message>
        <source>Fade each track into the next: %1 s</source>
        <translation>Плавный переход к следующей дорожке: %1 с</translation>
    </message>
    <message>
        <source>Not within an album, and not while other devices play along.</source>
        <translation>Не внутри альбома и не когда вместе играют другие устройства.</translation>
    </message>
    <message>
        <source>Fade each track into the next, seconds</source>
        <translation>Плавный переход к следующей дорожке, секунды</translation>
    </message>
</context>
<context>
    <name>StationDialog</name>
    <message>
        <source>Add a station</source>
        <translation>Добавить станцию</translation>
    </message>
    <message>
        <source>Edit the station</source>
        <translation>Изменить станцию</translation>
    </message>
    <message>
        <source>Address of the stream, http://…</source>
        <translation>Адрес потока, http://…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Sync::Link</name>
    <message>
        <source>The hub is not reachable right now.</source>
        <translation>Хаб сейчас недоступен.</translation>
    </message>
    <message>
        <source>The hub has sent this device away (%1). Start Segue again, with a --data-dir of its own.</source>
        <translation>Хаб отключил это устройство (%1). Запустите Segue снова, с отдельным --data-dir.</translation>
    </message>
    <message>
        <source>The hub at %1 shows another certificate than its address says: %2. Somebody may be in between; or it has a new one, and its window shows a new address.</source>
        <translation>Хаб по адресу %1 показывает другой сертификат, чем сказано в его адресе: %2. Возможно, кто-то вмешался в соединение; или у хаба новый сертификат, и его окно показывает новый адрес.</translation>
    </message>
    <message>
        <source>Nobody this device trusts vouches for the certificate of the hub at %1. Join it by an address that ends in #sha256= and the fingerprint its window shows.</source>
        <translation>Никто из тех, кому доверяет это устройство, не ручается за сертификат хаба по адресу %1. Подключитесь по адресу, который заканчивается на #sha256= и отпечаток, показанный в его окне.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n track(s)</source>
        <translation>
            <numerusform>Теги %n трека</numerusform>
            <numerusform>Теги %n треков</numerusform>
            <numerusform>Теги %n треков</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Альбом</translation>
    </message>
    <message>
        <source>Album artist</source>
        <translation>Исп. альбома</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Композитор</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Номер трека</translation>
    </message>
    <message>
        <source>of</source>
        <translation>из</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>Номер диска</translation>
    </message>
    <message>
        <source>%1 of %2 files…</source>
        <translation>Файл %1 из %2…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>different</source>
        <translation>разные</translation>
    </message>
</context>
<context>
    <name>TrackList</name>
    <message>
        <source>Tracks</source>
        <translation>Треки</translation>
    </message>
</context>
<context>
    <name>TrackMenu</name>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Играть следующим</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Добавить в очередь</translation>
    </message>
    <message>
        <source>Remove from the favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>Добавить в избранное</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>Изменить теги…</translation>
    </message>
    <message>
        <source>Remove from this playlist</source>
        <translation>Убрать из плейлиста</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Добавить в плейлист</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Новый плейлист…</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Not in the library</source>
        <translation>Нет в библиотеке</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Потяните, чтобы переместить</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>Воспроизвести «%1»</translation>
    </message>
    <message>
        <source>%1 · not in the library</source>
        <translation>%1 · нет в библиотеке</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>Убрать «%1» из избранного</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>Добавить «%1» в избранное</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Ещё для «%1»</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle is on</source>
        <translation>Случайный порядок включён</translation>
    </message>
    <message>
        <source>Shuffle is off</source>
        <translation>Случайный порядок выключен</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Предыдущий трек</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Следующий трек</translation>
    </message>
    <message>
        <source>Repeats this track</source>
        <translation>Повторяется этот трек</translation>
    </message>
    <message>
        <source>Repeats the queue</source>
        <translation>Повторяется очередь</translation>
    </message>
    <message>
        <source>Repeat is off</source>
        <translation>Повтор выключен</translation>
    </message>
</context>
<context>
    <name>TvPairing</name>
    <message>
        <source>Ask to let this TV in</source>
        <translation>Попросить подключить этот телевизор</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>Телевизор</translation>
    </message>
    <message>
        <source>This TV shows %1</source>
        <translation>Этот телевизор показывает %1</translation>
    </message>
    <message>
        <source>Allow it on your desktop or phone, then press OK</source>
        <translation>Разрешите на компьютере или телефоне, затем нажмите OK</translation>
    </message>
    <message>
        <source>This TV was not let in</source>
        <translation>Этот телевизор не подключили</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>Это заняло слишком много времени</translation>
    </message>
    <message>
        <source>This TV is let in</source>
        <translation>Этот телевизор подключён</translation>
    </message>
    <message>
        <source>To the music</source>
        <translation>К музыке</translation>
    </message>
    <message>
        <source>Begin with it from now on</source>
        <translation>Всегда начинать с этого</translation>
    </message>
</context>
<context>
    <name>VolumeControl</name>
    <message>
        <source>Volume of this device</source>
        <translation>Громкость этого устройства</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your music is here</source>
        <translation>Ваша музыка здесь</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Welcome to Segue</source>
        <translation>Добро пожаловать в Segue</translation>
    </message>
    <message>
        <source>No music was found in %1.</source>
        <translation>В %1 музыка не найдена.</translation>
    </message>
    <message>
        <source>Where is your music?</source>
        <translation>Где ваша музыка?</translation>
    </message>
    <message>
        <source>Listen to the music in %1</source>
        <translation>Слушать музыку из %1</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Играть</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Выбрать другую папку…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
</context>
</TS>
