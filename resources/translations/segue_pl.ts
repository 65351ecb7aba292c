<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>AdmittedRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>May listen</source>
        <translation>Może słuchać</translation>
    </message>
    <message>
        <source>May play and control</source>
        <translation>Może odtwarzać i sterować</translation>
    </message>
    <message>
        <source>May let others in too</source>
        <translation>Może też wpuszczać innych</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Co może %1</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>Odłącz %1</translation>
    </message>
</context>
<context>
    <name>AdmittedSettings</name>
    <message>
        <source>Devices that were let in</source>
        <translation>Wpuszczone urządzenia</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Jeszcze żadnych.</translation>
    </message>
</context>
<context>
    <name>AlbumCard</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>AlbumGrid</name>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
</context>
<context>
    <name>AlbumHead</name>
    <message>
        <source>Back to the albums</source>
        <translation>Wróć do albumów</translation>
    </message>
    <message>
        <source>Play this album</source>
        <translation>Odtwórz ten album</translation>
    </message>
    <message>
        <source>Add this album to the queue</source>
        <translation>Dodaj ten album do kolejki</translation>
    </message>
    <message>
        <source>Edit the tags of this album</source>
        <translation>Edytuj tagi tego albumu</translation>
    </message>
</context>
<context>
    <name>AlbumStrip</name>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
</context>
<context>
    <name>AskingBanner</name>
    <message>
        <source>Ctrl+J goes there.</source>
        <translation>Ctrl+J prowadzi tam.</translation>
    </message>
    <message>
        <source>%1 wants to join</source>
        <translation>%1 chce dołączyć</translation>
    </message>
    <message numerus="yes">
        <source>From %1. %n other(s) wait too.</source>
        <translation>
            <numerusform>Z adresu %1. Czeka też %n inne urządzenie.</numerusform>
            <numerusform>Z adresu %1. Czekają też %n inne urządzenia.</numerusform>
            <numerusform>Z adresu %1. Czeka też %n innych urządzeń.</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 (Ctrl+J to decide)</source>
        <translation>Z adresu %1 (Ctrl+J, aby zdecydować)</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zezwól</translation>
    </message>
    <message>
        <source>Allow %1 to control the music</source>
        <translation>Zezwól, aby %1 sterowało muzyką</translation>
    </message>
    <message>
        <source>Allow to listen only</source>
        <translation>Zezwól tylko na słuchanie</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Odmów</translation>
    </message>
    <message>
        <source>%1, which shows %2, wants to join</source>
        <translation>%1 pokazuje %2 i chce dołączyć</translation>
    </message>
</context>
<context>
    <name>BrowseActions</name>
    <message>
        <source>Undo: %1</source>
        <translation>Cofnij: %1</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Nowa lista odtwarzania…</translation>
    </message>
    <message>
        <source>Edit the tags of all</source>
        <translation>Edytuj tagi wszystkich</translation>
    </message>
    <message>
        <source>Add all to the queue</source>
        <translation>Dodaj wszystkie do kolejki</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Odtwórz wszystkie</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importuj…</translation>
    </message>
    <message>
        <source>Export this playlist…</source>
        <translation>Eksportuj tę listę odtwarzania…</translation>
    </message>
</context>
<context>
    <name>ContentSite</name>
    <message>
        <source>This is not there any more</source>
        <translation>Tego już nie ma</translation>
    </message>
    <message>
        <source>Let this TV in</source>
        <translation>Wpuść ten telewizor</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Teraz gra</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Wykonawcy</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Listy odtwarzania</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Ulubione</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Utwory</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Ostatnio słuchane</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>Nie ma jeszcze albumów</translation>
    </message>
    <message>
        <source>No artists yet</source>
        <translation>Nie ma jeszcze wykonawców</translation>
    </message>
    <message>
        <source>No playlists yet</source>
        <translation>Nie ma jeszcze list odtwarzania</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n utwór</numerusform>
            <numerusform>%n utwory</numerusform>
            <numerusform>%n utworów</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Szukanie: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nic nie znaleziono</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Wykonawca</translation>
    </message>
    <message>
        <source>Album · %1</source>
        <translation>Album: %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Wszystko</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nic tu jeszcze nie ma</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
</context>
<context>
    <name>CoverChoice</name>
    <message>
        <source>Cover</source>
        <translation>Okładka</translation>
    </message>
    <message>
        <source>The new cover</source>
        <translation>Nowa okładka</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Wybierz obraz…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Wybierz obraz</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Obrazy (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>Desktop::AdmittedModel</name>
    <message>
        <source>Has not been here yet</source>
        <translation>Jeszcze tu nie było</translation>
    </message>
    <message>
        <source>Here just now</source>
        <translation>Było tu przed chwilą</translation>
    </message>
    <message numerus="yes">
        <source>Here %n minute(s) ago</source>
        <translation>
            <numerusform>Było tu %n minutę temu</numerusform>
            <numerusform>Było tu %n minuty temu</numerusform>
            <numerusform>Było tu %n minut temu</numerusform>
        </translation>
    </message>
    <message>
        <source>Here today at %1</source>
        <translation>Było tu dzisiaj o %1</translation>
    </message>
    <message>
        <source>Here yesterday at %1</source>
        <translation>Było tu wczoraj o %1</translation>
    </message>
    <message>
        <source>Last here on %1</source>
        <translation>Ostatnio tu: %1</translation>
    </message>
</context>
<context>
    <name>Desktop::BrowseController</name>
    <message>
        <source>Unknown</source>
        <translation>Nieznane</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n utwór</numerusform>
            <numerusform>%n utwory</numerusform>
            <numerusform>%n utworów</numerusform>
        </translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Wykonawcy</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Jeszcze nic tu nie ma.</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Gatunki</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Listy odtwarzania</translation>
    </message>
    <message>
        <source>No playlists yet. Make one from a track&apos;s menu.</source>
        <translation>Nie ma jeszcze list odtwarzania. Utwórz pierwszą z menu utworu.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Ulubione</translation>
    </message>
    <message>
        <source>No favourites yet. Press the heart of a track.</source>
        <translation>Nie ma jeszcze ulubionych. Naciśnij serce przy utworze.</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Ostatnio słuchane</translation>
    </message>
    <message>
        <source>Nothing has been played yet.</source>
        <translation>Nic jeszcze nie było odtwarzane.</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Najczęściej grane</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Ostatnio dodane</translation>
    </message>
    <message>
        <source>This playlist is empty. Add tracks from their menu.</source>
        <translation>Ta lista odtwarzania jest pusta. Dodaj utwory z ich menu.</translation>
    </message>
    <message>
        <source>No track here is by this artist.</source>
        <translation>Nie ma tu żadnego utworu tego wykonawcy.</translation>
    </message>
    <message>
        <source>No track here is of this genre.</source>
        <translation>Nie ma tu żadnego utworu tego gatunku.</translation>
    </message>
</context>
<context>
    <name>Desktop::DeviceModel</name>
    <message>
        <source>Ready</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wczytuje</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Odtwarza</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wstrzymane</translation>
    </message>
    <message>
        <source>Does not have this track</source>
        <translation>Nie ma tego utworu</translation>
    </message>
    <message>
        <source>Cannot play this track</source>
        <translation>Nie może odtworzyć tego utworu</translation>
    </message>
    <message>
        <source>Follows without sound</source>
        <translation>Podąża bez dźwięku</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Urządzenie bez nazwy</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Pilot</translation>
    </message>
    <message>
        <source>Listens privately</source>
        <translation>Słucha prywatnie</translation>
    </message>
    <message>
        <source>Playing in time (%1 ms off)</source>
        <translation>Gra w takcie (%1 ms różnicy)</translation>
    </message>
    <message>
        <source>Playing close to the others (%1 ms off)</source>
        <translation>Gra blisko pozostałych (%1 ms różnicy)</translation>
    </message>
    <message>
        <source>Playing loosely with the others (%1 ms off)</source>
        <translation>Gra luźno z pozostałymi (%1 ms różnicy)</translation>
    </message>
</context>
<context>
    <name>Desktop::FoldersController</name>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Nie można odczytać folderu %1.</translation>
    </message>
    <message>
        <source>%1 belongs to your music already.</source>
        <translation>%1 już należy do twojej muzyki.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubApi</name>
    <message>
        <source>The hub does not answer. Try again in a moment.</source>
        <translation>Hub nie odpowiada. Spróbuj ponownie za chwilę.</translation>
    </message>
    <message>
        <source>This device may not do that. A device that may let others in can change its role.</source>
        <translation>To urządzenie nie może tego zrobić. Może to zmienić urządzenie, które wpuszcza innych.</translation>
    </message>
    <message>
        <source>That is over: somebody else has decided, or it was given up.</source>
        <translation>Już nieaktualne: ktoś inny zdecydował albo prośba została wycofana.</translation>
    </message>
    <message>
        <source>This hub listens on its own machine only. Let devices on your network join first.</source>
        <translation>Ten hub jest dostępny tylko na własnym komputerze. Najpierw zezwól urządzeniom w sieci na dołączanie.</translation>
    </message>
    <message>
        <source>The hub refused (%1): %2.</source>
        <translation>Hub odmówił (%1): %2.</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>Inny profil ma już tę nazwę.</translation>
    </message>
    <message>
        <source>Devices play as this profile now. Let them switch to another one first.</source>
        <translation>Urządzenia grają teraz z tego profilu. Niech najpierw przełączą się na inny.</translation>
    </message>
    <message>
        <source>This hub has as many profiles as it can have.</source>
        <translation>Ten hub ma już tyle profili, ile może mieć.</translation>
    </message>
    <message>
        <source>This name is too long, or has characters that cannot be shown.</source>
        <translation>Ta nazwa jest za długa albo zawiera znaki, których nie da się pokazać.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubsController</name>
    <message>
        <source>Looking for a hub…</source>
        <translation>Szukanie huba…</translation>
    </message>
    <message>
        <source>No other hub is found on your network yet. Segue looks on.</source>
        <translation>W sieci nie ma jeszcze innego huba. Segue szuka dalej.</translation>
    </message>
    <message>
        <source>The hub %1 is not found on your network yet. Segue looks on.</source>
        <translation>Huba %1 jeszcze nie ma w sieci. Segue szuka dalej.</translation>
    </message>
    <message>
        <source>Several hubs are on your network. Choose one.</source>
        <translation>W sieci jest kilka hubów. Wybierz jeden.</translation>
    </message>
    <message>
        <source>Joining %1…</source>
        <translation>Dołączanie do %1…</translation>
    </message>
    <message>
        <source>Waiting to be allowed on %1. Somebody there is asked now.</source>
        <translation>Oczekiwanie na zgodę na %1. Ktoś jest tam teraz o nią pytany.</translation>
    </message>
    <message>
        <source>%1 has not let this device in.</source>
        <translation>%1 nie wpuścił tego urządzenia.</translation>
    </message>
</context>
<context>
    <name>Desktop::ImportController</name>
    <message>
        <source>%1 was written.</source>
        <translation>Zapisano plik %1.</translation>
    </message>
    <message>
        <source>%1 is in no music folder. Drop its folder to add it.</source>
        <translation>Plik %1 nie leży w żadnym folderze z muzyką. Aby go dodać, przeciągnij tu jego folder.</translation>
    </message>
    <message numerus="yes">
        <source>The playlist “%1” was added: %n track(s), %2 of them not in the library.</source>
        <translation>
            <numerusform>Dodano listę odtwarzania „%1”: %n utwór, w tym spoza biblioteki: %2.</numerusform>
            <numerusform>Dodano listę odtwarzania „%1”: %n utwory, w tym spoza biblioteki: %2.</numerusform>
            <numerusform>Dodano listę odtwarzania „%1”: %n utworów, w tym spoza biblioteki: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stations added: %1.</source>
        <translation>Dodane stacje: %1.</translation>
    </message>
    <message>
        <source>Taken over: %1 playlists, %2 ratings, %3 play counts. Not taken: %4.</source>
        <translation>Przejęto – listy odtwarzania: %1, oceny: %2, liczniki odtworzeń: %3. Nie przejęto: %4.</translation>
    </message>
</context>
<context>
    <name>Desktop::LibraryController</name>
    <message>
        <source>No music yet.</source>
        <translation>Nie ma jeszcze muzyki.</translation>
    </message>
    <message>
        <source>Looking for music…</source>
        <translation>Szukanie muzyki…</translation>
    </message>
    <message>
        <source>No music was found.</source>
        <translation>Nie znaleziono muzyki.</translation>
    </message>
    <message>
        <source>Start Segue with --music FOLDER.</source>
        <translation>Uruchom Segue z opcją --music FOLDER.</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n utwór</numerusform>
            <numerusform>%n utwory</numerusform>
            <numerusform>%n utworów</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 godz. %2 min</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>I jeszcze %n.</numerusform>
            <numerusform>I jeszcze %n.</numerusform>
            <numerusform>I jeszcze %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::OtherPlayersModel</name>
    <message>
        <source>Not reachable right now</source>
        <translation>Teraz nieosiągalny</translation>
    </message>
    <message>
        <source>Plays nothing</source>
        <translation>Nic nie gra</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Wstrzymane · %1</translation>
    </message>
</context>
<context>
    <name>Desktop::PersonalController</name>
    <message>
        <source>Create “%1”</source>
        <translation>Utwórz „%1”</translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation>Zmień nazwę na „%1”</translation>
    </message>
    <message>
        <source>Delete a playlist</source>
        <translation>Usuń listę odtwarzania</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Dodaj do listy odtwarzania</translation>
    </message>
    <message>
        <source>Move a track</source>
        <translation>Przenieś utwór</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n track(s)</source>
        <translation>
            <numerusform>Usuń %n utwór</numerusform>
            <numerusform>Usuń %n utwory</numerusform>
            <numerusform>Usuń %n utworów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::PlayerController</name>
    <message>
        <source>The hub refused that.</source>
        <translation>Hub odrzucił to polecenie.</translation>
    </message>
    <message>
        <source>Unknown track</source>
        <translation>Nieznany utwór</translation>
    </message>
</context>
<context>
    <name>Desktop::QueueModel</name>
    <message>
        <source>Not in this library</source>
        <translation>Brak w tej bibliotece</translation>
    </message>
</context>
<context>
    <name>Desktop::RadioController</name>
    <message>
        <source>A station&apos;s address begins with http:// or https:// and has no password in it.</source>
        <translation>Adres stacji zaczyna się od http:// lub https:// i nie zawiera hasła.</translation>
    </message>
    <message>
        <source>Rename a station</source>
        <translation>Zmień nazwę stacji</translation>
    </message>
    <message>
        <source>Change a station</source>
        <translation>Zmień stację</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Dodaj stację</translation>
    </message>
    <message>
        <source>Delete a station</source>
        <translation>Usuń stację</translation>
    </message>
    <message>
        <source>Move a station</source>
        <translation>Przenieś stację</translation>
    </message>
</context>
<context>
    <name>Desktop::SearchController</name>
    <message>
        <source>Type what you look for: a title, an artist, an album, a playlist or a station.</source>
        <translation>Wpisz, czego szukasz: tytuł, wykonawcę, album, listę odtwarzania lub stację.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nic nie znaleziono dla „%1”.</translation>
    </message>
</context>
<context>
    <name>Desktop::SettingsController</name>
    <message>
        <source>A device needs a name.</source>
        <translation>Urządzenie musi mieć nazwę.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Ta nazwa jest za długa.</translation>
    </message>
    <message>
        <source>Segue cannot listen on the network: %1. Devices there still cannot join.</source>
        <translation>Segue nie może przyjmować połączeń z sieci: %1. Urządzenia w sieci nadal nie mogą dołączać.</translation>
    </message>
    <message>
        <source>Segue cannot stop listening on the network: %1. Devices there can still join.</source>
        <translation>Segue nie może przestać przyjmować połączeń z sieci: %1. Urządzenia w sieci nadal mogą dołączać.</translation>
    </message>
    <message>
        <source>Devices on your network, once they were let in (bind is %1).</source>
        <translation>Urządzenia w sieci, gdy zostaną wpuszczone (bind to %1).</translation>
    </message>
    <message>
        <source>Devices on your network see this hub, and have part in it once they were let in.</source>
        <translation>Urządzenia w sieci widzą ten hub i biorą udział, gdy zostaną wpuszczone.</translation>
    </message>
    <message>
        <source>Only this machine has part in this hub.</source>
        <translation>Tylko ten komputer korzysta z tego huba.</translation>
    </message>
    <message>
        <source>a hub on your network</source>
        <translation>hub w sieci</translation>
    </message>
</context>
<context>
    <name>Desktop::SleepController</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Desktop::SoundController</name>
    <message>
        <source>The system&apos;s default</source>
        <translation>Domyślne urządzenie systemu</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (teraz nieobecne)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wyłączone</translation>
    </message>
    <message>
        <source>More bass</source>
        <translation>Więcej basów</translation>
    </message>
    <message>
        <source>More treble</source>
        <translation>Więcej wysokich tonów</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Głos</translation>
    </message>
    <message>
        <source>Quiet listening</source>
        <translation>Ciche słuchanie</translation>
    </message>
    <message>
        <source>Small speakers</source>
        <translation>Małe głośniki</translation>
    </message>
    <message>
        <source>Rock</source>
        <translation>Rock</translation>
    </message>
    <message>
        <source>Pop</source>
        <translation>Pop</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Taneczna</translation>
    </message>
    <message>
        <source>Jazz</source>
        <translation>Jazz</translation>
    </message>
    <message>
        <source>Classical</source>
        <translation>Klasyczna</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Własne</translation>
    </message>
</context>
<context>
    <name>Desktop::TagController</name>
    <message>
        <source>The files of these tracks are not there.</source>
        <translation>Nie ma plików tych utworów.</translation>
    </message>
    <message numerus="yes">
        <source>The former tags are back: %n file(s).</source>
        <translation>
            <numerusform>Przywrócono poprzednie tagi: %n plik.</numerusform>
            <numerusform>Przywrócono poprzednie tagi: %n pliki.</numerusform>
            <numerusform>Przywrócono poprzednie tagi: %n plików.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags were written: %n file(s).</source>
        <translation>
            <numerusform>Zapisano tagi: %n plik.</numerusform>
            <numerusform>Zapisano tagi: %n pliki.</numerusform>
            <numerusform>Zapisano tagi: %n plików.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds several tracks; its cue sheet names them, not its tags.</source>
        <translation>Plik „%1” zawiera kilka utworów; ich nazwy podaje arkusz cue, a nie tagi pliku.</translation>
    </message>
</context>
<context>
    <name>Desktop::TagForm</name>
    <message>
        <source>“%1” is not a number from 0 to %2.</source>
        <translation>„%1” nie jest liczbą od 0 do %2.</translation>
    </message>
</context>
<context>
    <name>Desktop::UsersController</name>
    <message>
        <source>Everybody</source>
        <translation>Wszyscy</translation>
    </message>
</context>
<context>
    <name>Desktop::Window</name>
    <message>
        <source>This device is not here any more.</source>
        <translation>Tego urządzenia już tu nie ma.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Urządzenia</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Zmień nazwę…</translation>
    </message>
</context>
<context>
    <name>DeviceNameDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Zmiana nazwy urządzenia</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>Nazwa urządzenia</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>%1, this device: %2</source>
        <translation>%1, to urządzenie: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This device · %1</source>
        <translation>To urządzenie · %1</translation>
    </message>
    <message>
        <source>Stop playing here</source>
        <translation>Przestań odtwarzać tutaj</translation>
    </message>
    <message>
        <source>Stop playing there</source>
        <translation>Przestań odtwarzać tam</translation>
    </message>
    <message>
        <source>Play here also</source>
        <translation>Odtwarzaj także tutaj</translation>
    </message>
    <message>
        <source>Play there also</source>
        <translation>Odtwarzaj także tam</translation>
    </message>
    <message>
        <source>Play here</source>
        <translation>Odtwarzaj tutaj</translation>
    </message>
    <message>
        <source>Play there</source>
        <translation>Odtwarzaj tam</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Głośność: %1</translation>
    </message>
</context>
<context>
    <name>DevicesPopup</name>
    <message>
        <source>Devices</source>
        <translation>Urządzenia</translation>
    </message>
    <message>
        <source>Not connected to a hub</source>
        <translation>Brak połączenia z hubem</translation>
    </message>
    <message>
        <source>This device is the hub</source>
        <translation>To urządzenie jest hubem</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message>
        <source>Listen privately</source>
        <translation>Słuchaj prywatnie</translation>
    </message>
    <message>
        <source>This device has a player of its own. The others see that, but not what plays.</source>
        <translation>To urządzenie ma własny odtwarzacz. Inni to widzą, ale nie widzą, co gra.</translation>
    </message>
    <message>
        <source>A player for this device alone, until you return to the others.</source>
        <translation>Odtwarzacz tylko dla tego urządzenia, dopóki nie wrócisz do pozostałych.</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Folder with music</source>
        <translation>Folder z muzyką</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Rename…</source>
        <translation>Zmień nazwę…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Plays now</source>
        <translation>Teraz odtwarzane</translation>
    </message>
</context>
<context>
    <name>EqualizerSettings</name>
    <message>
        <source>Equalizer</source>
        <translation>Korektor</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ustawienie</translation>
    </message>
    <message>
        <source>Off: the sound leaves as it is in the file.</source>
        <translation>Wyłączony: dźwięk pozostaje taki jak w pliku.</translation>
    </message>
    <message>
        <source>Radio stations play as they come.</source>
        <translation>Stacje radiowe brzmią tak, jak nadają.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Remove %1 from the music</source>
        <translation>Usuń %1 z muzyki</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>The hub is not reachable. Trying again…</source>
        <translation>Hub jest nieosiągalny. Kolejna próba…</translation>
    </message>
    <message>
        <source>Reading and writing files…</source>
        <translation>Trwa odczyt i zapis plików…</translation>
    </message>
    <message>
        <source>This hub cannot reach the others. It goes on alone; they catch up later.</source>
        <translation>Ten hub nie może połączyć się z pozostałymi. Działa dalej sam; później się zsynchronizują.</translation>
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
        <translation>Dołącz</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Dołącz do %1</translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message>
        <source>Devices</source>
        <translation>Urządzenia</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>Nazwa tego urządzenia</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>In this Segue, at %1</source>
        <translation>W tym Segue, pod %1</translation>
    </message>
    <message>
        <source>Joined %1</source>
        <translation>Połączono z %1</translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation>Kto ma dostęp</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Połączone</translation>
    </message>
    <message>
        <source>Only this device</source>
        <translation>Tylko to urządzenie</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n urządzenie</numerusform>
            <numerusform>%n urządzenia</numerusform>
            <numerusform>%n urządzeń</numerusform>
        </translation>
    </message>
    <message>
        <source>Let devices on my network join</source>
        <translation>Pozwól dołączać urządzeniom w mojej sieci</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>Dodaj urządzenie…</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Add a device</source>
        <translation>Dodaj urządzenie</translation>
    </message>
    <message>
        <source>%1 has come in.</source>
        <translation>%1 dołącza.</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Dodaj kolejne</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nowy kod</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
</context>
<context>
    <name>InvitationWords</name>
    <message>
        <source>Scan the picture with the camera of a phone or tablet, or open this address in a browser:</source>
        <translation>Zeskanuj obraz aparatem telefonu lub tabletu albo otwórz ten adres w przeglądarce:</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Także: %1</translation>
    </message>
    <message>
        <source>and type this code there:</source>
        <translation>i wpisz tam ten kod:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kod: %1</translation>
    </message>
    <message>
        <source>Good for another %1, for one device.</source>
        <translation>Ważny jeszcze %1, dla jednego urządzenia.</translation>
    </message>
    <message>
        <source>This code is over.</source>
        <translation>Ten kod już nie działa.</translation>
    </message>
    <message>
        <source>Where a browser warns of the certificate, its SHA-256 fingerprint should be: %1</source>
        <translation>Gdy przeglądarka ostrzega przed certyfikatem, jego odcisk SHA-256 powinien brzmieć: %1</translation>
    </message>
</context>
<context>
    <name>LevelSlider</name>
    <message>
        <source>%1 Hz, decibels</source>
        <translation>%1 Hz, decybele</translation>
    </message>
</context>
<context>
    <name>Library::Reasons</name>
    <message>
        <source>The line is longer than %1 characters.</source>
        <translation>Wiersz jest za długi (najwięcej znaków: %1).</translation>
    </message>
    <message>
        <source>There is no track in this sheet.</source>
        <translation>W tym arkuszu CUE nie ma żadnego utworu.</translation>
    </message>
    <message>
        <source>FILE names no file.</source>
        <translation>FILE nie podaje pliku.</translation>
    </message>
    <message>
        <source>TRACK has no number between 1 and %1.</source>
        <translation>TRACK nie ma numeru od 1 do %1.</translation>
    </message>
    <message>
        <source>TRACK comes before FILE.</source>
        <translation>TRACK stoi przed FILE.</translation>
    </message>
    <message>
        <source>There are more than %1 tracks.</source>
        <translation>Za dużo utworów (najwięcej %1).</translation>
    </message>
    <message>
        <source>INDEX comes before TRACK.</source>
        <translation>INDEX stoi przed TRACK.</translation>
    </message>
    <message>
        <source>INDEX has no number between 0 and 99.</source>
        <translation>INDEX nie ma numeru od 0 do 99.</translation>
    </message>
    <message>
        <source>INDEX has no time like 04:33:00.</source>
        <translation>INDEX nie ma czasu w postaci 04:33:00.</translation>
    </message>
    <message>
        <source>INDEX goes back in time.</source>
        <translation>INDEX cofa się w czasie.</translation>
    </message>
    <message>
        <source>Track %1 has no INDEX 01.</source>
        <translation>Utwór %1 nie ma INDEX 01.</translation>
    </message>
    <message>
        <source>The sheet is larger than %1 KiB.</source>
        <translation>Arkusz CUE jest większy niż %1 KiB.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the file: %1.</source>
        <translation>Nie ma miejsca na kopię pliku: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end: %1.</source>
        <translation>Pliku nie można odczytać do końca: %1.</translation>
    </message>
    <message>
        <source>The file&apos;s permissions cannot be kept: %1.</source>
        <translation>Nie można zachować uprawnień pliku: %1.</translation>
    </message>
    <message>
        <source>It cannot be opened: %1.</source>
        <translation>Nie można otworzyć: %1.</translation>
    </message>
    <message>
        <source>The file is read-only.</source>
        <translation>Plik jest tylko do odczytu.</translation>
    </message>
    <message>
        <source>Its folder cannot be written to: %1.</source>
        <translation>Nie można zapisywać w folderze pliku: %1.</translation>
    </message>
    <message>
        <source>The changed file cannot be written to the disk: %1.</source>
        <translation>Nie można zapisać zmienionego pliku na dysku: %1.</translation>
    </message>
    <message>
        <source>Something else has changed the file meanwhile.</source>
        <translation>Plik został w międzyczasie zmieniony przez coś innego.</translation>
    </message>
    <message>
        <source>The changed file cannot take the old one&apos;s place: %1.</source>
        <translation>Nie można zastąpić starego pliku zmienionym: %1.</translation>
    </message>
    <message>
        <source>This music folder went away while it was read; what it holds is kept.</source>
        <translation>Ten folder z muzyką zniknął podczas odczytu; jego zawartość pozostaje w bibliotece.</translation>
    </message>
    <message>
        <source>This music folder&apos;s disk is not mounted; what it holds is kept.</source>
        <translation>Dysk tego folderu z muzyką nie jest zamontowany; jego zawartość pozostaje w bibliotece.</translation>
    </message>
    <message>
        <source>A field holds %1 values at most.</source>
        <translation>W polu jest za dużo wartości (najwięcej %1).</translation>
    </message>
    <message>
        <source>A text is longer than %1 characters.</source>
        <translation>Jeden z tekstów jest za długi (najwięcej znaków: %1).</translation>
    </message>
    <message>
        <source>A track or disc number is between 0 and %1.</source>
        <translation>Numer utworu lub płyty mieści się od 0 do %1.</translation>
    </message>
    <message>
        <source>The cover is larger than %1 MiB.</source>
        <translation>Okładka jest większa niż %1 MiB.</translation>
    </message>
    <message>
        <source>The cover is neither a JPEG nor a PNG picture.</source>
        <translation>Okładka nie jest obrazem JPEG ani PNG.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Plik jest pusty.</translation>
    </message>
    <message>
        <source>This is not an audio file of a kind Segue knows.</source>
        <translation>To nie jest plik dźwiękowy rodzaju znanego Segue.</translation>
    </message>
    <message>
        <source>The file is cut off before its sound begins.</source>
        <translation>Plik urywa się, zanim zacznie się dźwięk.</translation>
    </message>
    <message>
        <source>The file is damaged: its headers make no sense.</source>
        <translation>Plik jest uszkodzony: jego nagłówki nie mają sensu.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Plik jest uszkodzony: %1.</translation>
    </message>
    <message>
        <source>Tags in this kind of file cannot be edited.</source>
        <translation>W plikach tego rodzaju nie można edytować tagów.</translation>
    </message>
    <message>
        <source>This kind of file holds no cover.</source>
        <translation>Pliki tego rodzaju nie mieszczą okładki.</translation>
    </message>
    <message>
        <source>The sound would not have survived; is the disk full?</source>
        <translation>Dźwięk zostałby uszkodzony; czy dysk jest pełny?</translation>
    </message>
    <message>
        <source>This kind of file cannot hold all of these values.</source>
        <translation>Pliki tego rodzaju nie mieszczą wszystkich tych wartości.</translation>
    </message>
    <message>
        <source>The tags cannot be written; is the disk full?</source>
        <translation>Nie można zapisać tagów; czy dysk jest pełny?</translation>
    </message>
    <message>
        <source>This music folder is not available; what it holds is kept.</source>
        <translation>Ten folder z muzyką jest niedostępny; jego zawartość pozostaje w bibliotece.</translation>
    </message>
    <message>
        <source>The file&apos;s name is not valid UTF-8; rename it to play it.</source>
        <translation>Nazwa pliku nie jest poprawnym UTF-8; zmień ją, aby go odtworzyć.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1.</source>
        <translation>Nie można odczytać tego folderu: %1.</translation>
    </message>
    <message>
        <source>The file cannot be looked at: %1.</source>
        <translation>Nie można sprawdzić pliku: %1.</translation>
    </message>
    <message>
        <source>This file is not in the library.</source>
        <translation>Tego pliku nie ma w bibliotece.</translation>
    </message>
    <message>
        <source>There is no file in this playlist.</source>
        <translation>Na tej liście odtwarzania nie ma żadnego pliku.</translation>
    </message>
    <message>
        <source>%1 streams in it were left out.</source>
        <translation>Pominięte strumienie: %1.</translation>
    </message>
    <message>
        <source>Playlist %1</source>
        <translation>Lista odtwarzania %1</translation>
    </message>
    <message>
        <source>%1 smart playlists were left out: their rules cannot be taken over.</source>
        <translation>Pominięte inteligentne listy odtwarzania: %1; ich reguł nie można przejąć.</translation>
    </message>
    <message>
        <source>The database %1 cannot be copied aside: %2.</source>
        <translation>Nie można skopiować na bok bazy danych %1: %2.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read: %2.</source>
        <translation>Nie można odczytać bazy danych %1: %2.</translation>
    </message>
    <message>
        <source>The database %1 is not one of Strawberry or Clementine.</source>
        <translation>Baza danych %1 nie pochodzi z programu Strawberry ani Clementine.</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>Nie ma bazy danych %1.</translation>
    </message>
    <message>
        <source>It is no name a file can have.</source>
        <translation>Plik nie może się tak nazywać.</translation>
    </message>
    <message>
        <source>It is not on this machine: %1.</source>
        <translation>Nie na tym komputerze: %1.</translation>
    </message>
    <message>
        <source>It is no address music can be played from: %1.</source>
        <translation>Z tego adresu nie można odtwarzać muzyki: %1.</translation>
    </message>
    <message>
        <source>The playlist is larger than %1 MiB.</source>
        <translation>Lista odtwarzania jest większa niż %1 MiB.</translation>
    </message>
    <message>
        <source>This is not a playlist but something else.</source>
        <translation>To nie jest lista odtwarzania, lecz coś innego.</translation>
    </message>
    <message>
        <source>The playlist has more than %1 lines.</source>
        <translation>Lista odtwarzania ma za dużo wierszy (najwięcej %1).</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be written: %2.</source>
        <translation>Nie można zapisać listy odtwarzania %1: %2.</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be opened: %2.</source>
        <translation>Nie można otworzyć listy odtwarzania %1: %2.</translation>
    </message>
    <message>
        <source>A playlist needs a name.</source>
        <translation>Lista odtwarzania musi mieć nazwę.</translation>
    </message>
    <message>
        <source>This playlist is not there any more.</source>
        <translation>Tej listy odtwarzania już nie ma.</translation>
    </message>
    <message>
        <source>A playlist holds %1 tracks at most.</source>
        <translation>Na liście odtwarzania jest za dużo utworów (najwięcej %1).</translation>
    </message>
    <message>
        <source>There is room for %1 stations at most.</source>
        <translation>Za dużo stacji (najwięcej %1).</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>Utwór %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Wiersz %1: %2</translation>
    </message>
    <message>
        <source>It names the file “%1”, which is not beside it.</source>
        <translation>Wymienia plik „%1”, którego nie ma obok.</translation>
    </message>
    <message>
        <source>Its track %1 begins after the end of “%2”.</source>
        <translation>Jego utwór %1 zaczyna się po końcu pliku „%2”.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is not valid UTF-8; rename it to play what it holds.</source>
        <translation>Nazwa folderu nie jest poprawnym UTF-8; zmień ją, aby odtworzyć jego zawartość.</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Import playlists, stations or a player&apos;s data</source>
        <translation>Importuj listy odtwarzania, stacje lub dane odtwarzacza</translation>
    </message>
    <message>
        <source>Playlists, and databases of Strawberry and Clementine (*.m3u *.m3u8 *.pls *.db)</source>
        <translation>Listy odtwarzania oraz bazy Strawberry i Clementine (*.m3u *.m3u8 *.pls *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Playlists (*.m3u8 *.m3u *.pls)</source>
        <translation>Listy odtwarzania (*.m3u8 *.m3u *.pls)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>Eksport „%1”</translation>
    </message>
</context>
<context>
    <name>LookSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Jak system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemne</translation>
    </message>
</context>
<context>
    <name>LoudnessControl</name>
    <message>
        <source>Unmute</source>
        <translation>Wyłącz wyciszenie</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Wycisz</translation>
    </message>
</context>
<context>
    <name>LoudnessState</name>
    <message>
        <source>Measuring how loud your music is: %1 of %2 tracks</source>
        <translation>Mierzenie głośności muzyki: %1 z %2 utworów</translation>
    </message>
    <message>
        <source>Measuring how loud your music is was stopped. Tracks without ReplayGain tags may stay as loud as they are.</source>
        <translation>Mierzenie głośności zatrzymano. Utwory bez znaczników ReplayGain mogą pozostać tak głośne, jak są.</translation>
    </message>
    <message>
        <source>Progress of measuring loudness</source>
        <translation>Postęp mierzenia głośności</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>Mierz dalej</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Zatrzymaj mierzenie</translation>
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
        <translation>Muzyka</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>Jeszcze nie ma folderu.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Usunięto %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Ustawione w wierszu poleceń.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Dodaj folder…</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>Przerwij skanowanie</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Skanuj teraz</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>Nie udało się odczytać %n pliku</numerusform>
            <numerusform>Nie udało się odczytać %n plików</numerusform>
            <numerusform>Nie udało się odczytać %n plików</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>New playlist</source>
        <translation>Nowa lista odtwarzania</translation>
    </message>
    <message>
        <source>Rename the playlist</source>
        <translation>Zmień nazwę listy odtwarzania</translation>
    </message>
    <message>
        <source>Name of the playlist</source>
        <translation>Nazwa listy odtwarzania</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Utwórz</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
</context>
<context>
    <name>NowPlayingBar</name>
    <message>
        <source>Devices</source>
        <translation>Urządzenia</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
    <message>
        <source>Devices: playing on %1</source>
        <translation>Urządzenia: gra na %1</translation>
    </message>
</context>
<context>
    <name>NowPlayingPage</name>
    <message>
        <source>Now playing</source>
        <translation>Teraz odtwarzane</translation>
    </message>
    <message>
        <source>Close what plays</source>
        <translation>Zamknij stronę odtwarzania</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
</context>
<context>
    <name>OtherHubs</name>
    <message>
        <source>Other hubs on your network</source>
        <translation>Inne huby w sieci</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Ustawione w wierszu poleceń.</translation>
    </message>
    <message>
        <source>None is found. A hub is listed here when it lets devices on the network join.</source>
        <translation>Nie znaleziono żadnego. Hub pojawia się tu, gdy pozwala urządzeniom w sieci dołączać.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Zrezygnuj</translation>
    </message>
    <message>
        <source>Leave, and be a hub again</source>
        <translation>Opuść i znów bądź hubem</translation>
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
        <translation>Poprzedni utwór</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Następny utwór</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Przejmij</translation>
    </message>
    <message>
        <source>Take over what %1 plays</source>
        <translation>Przejmij to, co gra %1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Głośność: %1</translation>
    </message>
</context>
<context>
    <name>OtherPlayers</name>
    <message>
        <source>Other players</source>
        <translation>Inne odtwarzacze</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
</context>
<context>
    <name>Player::DeviceSink</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Brak urządzenia dźwiękowego: odtwarzanie bez dźwięku.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Wybranego urządzenia dźwiękowego nie ma: odtwarzanie na %1.</translation>
    </message>
</context>
<context>
    <name>Player::Failures</name>
    <message>
        <source>“%1” cannot be played from %2: %3</source>
        <translation>Nie można odtworzyć „%1” z %2: %3</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>Brakuje pliku „%1”.</translation>
    </message>
    <message>
        <source>“%1” may not be read.</source>
        <translation>Nie wolno odczytać pliku „%1”.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>Plik „%1” jest pusty.</translation>
    </message>
    <message>
        <source>“%1” is cut off: it ends at %2 of %3.</source>
        <translation>Plik „%1” jest ucięty: kończy się na %2 z %3.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>jest uszkodzony lub nie jest dźwiękiem.</translation>
    </message>
    <message>
        <source>“%1” cannot be played: %2</source>
        <translation>Nie można odtworzyć „%1”: %2</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s), first near %2: what was there cannot be heard.</source>
        <translation>
            <numerusform>„%1” jest uszkodzony w %n miejscu, koło %2: tego, co tam było, nie słychać.</numerusform>
            <numerusform>„%1” jest uszkodzony w %n miejscach, najpierw koło %2: tego, co tam było, nie słychać.</numerusform>
            <numerusform>„%1” jest uszkodzony w %n miejscach, najpierw koło %2: tego, co tam było, nie słychać.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” breaks off at %2: %3</source>
        <translation>„%1” urywa się w %2: %3</translation>
    </message>
</context>
<context>
    <name>Player::MediaPlayerOutput</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Brak urządzenia dźwiękowego: odtwarzanie bez dźwięku.</translation>
    </message>
    <message>
        <source>The sound device is gone: playing in silence until the next start of the program.</source>
        <translation>Urządzenie dźwiękowe zniknęło: odtwarzanie bez dźwięku do następnego uruchomienia programu.</translation>
    </message>
    <message>
        <source>Playing on %1.</source>
        <translation>Odtwarzanie przez %1.</translation>
    </message>
    <message>
        <source>%1 is gone: playing on %2.</source>
        <translation>%1 zniknęło: odtwarzanie na %2.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Wybranego urządzenia dźwiękowego nie ma: odtwarzanie na %1.</translation>
    </message>
</context>
<context>
    <name>Player::Reasons</name>
    <message>
        <source>the server does not have it.</source>
        <translation>serwer go nie ma.</translation>
    </message>
    <message>
        <source>the server does not allow it.</source>
        <translation>serwer na to nie pozwala.</translation>
    </message>
    <message>
        <source>the server refuses it.</source>
        <translation>serwer odmawia.</translation>
    </message>
    <message>
        <source>the server failed.</source>
        <translation>serwer zgłosił błąd.</translation>
    </message>
    <message>
        <source>no server answers there.</source>
        <translation>nie odpowiada tam żaden serwer.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>serwer nie odpowiada.</translation>
    </message>
    <message>
        <source>the server cannot be reached.</source>
        <translation>serwer jest nieosiągalny.</translation>
    </message>
    <message>
        <source>the connection broke.</source>
        <translation>połączenie zostało zerwane.</translation>
    </message>
    <message>
        <source>its kind of sound is not known here.</source>
        <translation>jego format dźwięku nie jest tu znany.</translation>
    </message>
    <message>
        <source>it asks for more memory than any music needs.</source>
        <translation>żąda więcej pamięci, niż potrzebuje jakakolwiek muzyka.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>jest uszkodzony lub nie jest dźwiękiem.</translation>
    </message>
    <message>
        <source>it is no recording but something else (%1).</source>
        <translation>to nie nagranie, lecz coś innego (%1).</translation>
    </message>
    <message>
        <source>there is no sound in it.</source>
        <translation>nie ma w nim dźwięku.</translation>
    </message>
    <message>
        <source>the list of where its sound lies is missing or damaged. Perhaps the file was cut off.</source>
        <translation>brakuje spisu położenia dźwięku albo jest on uszkodzony. Być może plik został ucięty.</translation>
    </message>
    <message>
        <source>what follows is damaged or cut off.</source>
        <translation>dalszy ciąg jest uszkodzony lub ucięty.</translation>
    </message>
    <message>
        <source>its end is not there. Perhaps the file was cut off.</source>
        <translation>brakuje jego końca. Być może plik został ucięty.</translation>
    </message>
    <message>
        <source>it claims a sample rate of %1 Hz, so it is damaged.</source>
        <translation>podaje częstotliwość próbkowania %1 Hz, więc jest uszkodzony.</translation>
    </message>
    <message numerus="yes">
        <source>it claims to have %n channel(s), so it is damaged.</source>
        <translation>
            <numerusform>podaje %n kanał, więc jest uszkodzony.</numerusform>
            <numerusform>podaje %n kanały, więc jest uszkodzony.</numerusform>
            <numerusform>podaje %n kanałów, więc jest uszkodzony.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::SessionPlayer</name>
    <message>
        <source>This track is not in this library.</source>
        <translation>Tego utworu nie ma w tej bibliotece.</translation>
    </message>
    <message numerus="yes">
        <source>Playing has stopped: %n tracks in a row could not be played.</source>
        <translation>
            <numerusform>Odtwarzanie zatrzymano: nie udało się odtworzyć %n utworu z rzędu.</numerusform>
            <numerusform>Odtwarzanie zatrzymano: nie udało się odtworzyć %n utworów z rzędu.</numerusform>
            <numerusform>Odtwarzanie zatrzymano: nie udało się odtworzyć %n utworów z rzędu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayingSite</name>
    <message>
        <source>This TV is not let in</source>
        <translation>Ten telewizor nie jest wpuszczony</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Teraz gra</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Kolejka jest pusta</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nic tu jeszcze nie ma</translation>
    </message>
    <message>
        <source>The queue does not have this any more</source>
        <translation>Tego już nie ma w kolejce</translation>
    </message>
    <message>
        <source>%1 is not in this library</source>
        <translation>%1 nie należy do tej biblioteki</translation>
    </message>
</context>
<context>
    <name>PlayingTrack</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Nic nie jest odtwarzane</translation>
    </message>
</context>
<context>
    <name>PlayingWords</name>
    <message>
        <source>Nothing is playing</source>
        <translation>Nic nie jest odtwarzane</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>Usuń „%1” z ulubionych</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>Dodaj „%1” do ulubionych</translation>
    </message>
</context>
<context>
    <name>ProblemsPopup</name>
    <message>
        <source>Files that could not be read</source>
        <translation>Pliki, których nie udało się odczytać</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Nowy profil</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Zmień nazwę profilu</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nazwa profilu</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Utwórz</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
</context>
<context>
    <name>ProfileEntry</name>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile…</translation>
    </message>
</context>
<context>
    <name>ProfileRow</name>
    <message>
        <source>%1, on this device</source>
        <translation>%1, na tym urządzeniu</translation>
    </message>
    <message>
        <source>This device plays as this profile</source>
        <translation>To urządzenie gra z tego profilu</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Przełącz</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Przełącz na %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Zmień nazwę: %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Usuń: %1</translation>
    </message>
</context>
<context>
    <name>ProfileSettings</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Each has a player, favourites, playlists, radio stations and a history of its own.</source>
        <translation>Każdy ma własny odtwarzacz, ulubione, playlisty, stacje radiowe i historię.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Nowy profil…</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the address %1</source>
        <translation>Kod QR adresu %1</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>Save the queue as a playlist</source>
        <translation>Zapisz kolejkę jako listę odtwarzania</translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>Opróżnij kolejkę</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Zamknij kolejkę</translation>
    </message>
    <message>
        <source>Nothing is queued. Play something, or add it from its menu.</source>
        <translation>Kolejka jest pusta. Odtwórz coś lub dodaj z menu.</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Plays now</source>
        <translation>Teraz odtwarzane</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Przeciągnij, aby przenieść</translation>
    </message>
    <message>
        <source>Remove %1 from the queue</source>
        <translation>Usuń „%1” z kolejki</translation>
    </message>
</context>
<context>
    <name>RadioPage</name>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Cofnij: %1</translation>
    </message>
    <message>
        <source>Add a station…</source>
        <translation>Dodaj stację…</translation>
    </message>
    <message>
        <source>No stations yet. Add the address of a stream, or drop a playlist of stations onto the window.</source>
        <translation>Nie ma jeszcze stacji. Dodaj adres strumienia lub upuść na okno listę odtwarzania ze stacjami.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edytuj…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importuj…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
</context>
<context>
    <name>RemoveProfileDialog</name>
    <message>
        <source>Delete the profile %1?</source>
        <translation>Usunąć profil %1?</translation>
    </message>
    <message>
        <source>Its queue, its history and its radio stations are deleted too, and cannot be brought back.</source>
        <translation>Jego kolejka, historia i stacje radiowe też zostaną usunięte i nie da się ich przywrócić.</translation>
    </message>
    <message numerus="yes">
        <source>%n playlist(s) with it.</source>
        <translation>
            <numerusform>Razem z nim %n playlista.</numerusform>
            <numerusform>Razem z nim %n playlisty.</numerusform>
            <numerusform>Razem z nim %n playlist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) with it.</source>
        <translation>
            <numerusform>Razem z nim %n ulubiony utwór.</numerusform>
            <numerusform>Razem z nim %n ulubione utwory.</numerusform>
            <numerusform>Razem z nim %n ulubionych utworów.</numerusform>
        </translation>
    </message>
    <message>
        <source>The music itself stays. Its devices may still come in, as everybody.</source>
        <translation>Sama muzyka zostaje. Jego urządzenia nadal mają dostęp, jako „Wszyscy”.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Send %1 away?</source>
        <translation>Odłączyć %1?</translation>
    </message>
    <message>
        <source>It stops at once, and has to be let in again if it is to come back.</source>
        <translation>Przestanie działać od razu i trzeba je będzie wpuścić ponownie, jeśli ma wrócić.</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Odłącz</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Przeglądanie muzyki: plik %1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>Nie udało się odczytać %n pliku.</numerusform>
            <numerusform>Nie udało się odczytać %n plików.</numerusform>
            <numerusform>Nie udało się odczytać %n plików.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Postęp przeglądania</translation>
    </message>
    <message>
        <source>Show which files, and why</source>
        <translation>Pokaż, które pliki i dlaczego</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Odrzuć</translation>
    </message>
</context>
<context>
    <name>ScanState</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Przeglądanie muzyki: %1 z %2 plików</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Postęp skanowania</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n utwór</numerusform>
            <numerusform>%n utwory</numerusform>
            <numerusform>%n utworów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n album</numerusform>
            <numerusform>%n albumy</numerusform>
            <numerusform>%n albumów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Przeszukaj bibliotekę</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wyczyść wyszukiwanie</translation>
    </message>
</context>
<context>
    <name>SearchFindings</name>
    <message>
        <source>Artists</source>
        <translation>Wykonawcy</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Listy odtwarzania</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Utwory</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the track</source>
        <translation>Miejsce w utworze</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>Set on the command line.</source>
        <translation>Ustawione w wierszu poleceń.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Kept in %1, under the names that the command line has.</source>
        <translation>Zapisane w %1, pod nazwami z wiersza poleceń.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Wykonawcy</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Utwory</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Gatunki</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Listy odtwarzania</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Ulubione</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Ostatnio dodane</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Ostatnio słuchane</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Najczęściej grane</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteka</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
</context>
<context>
    <name>SidebarEntry</name>
    <message>
        <source>%1 found</source>
        <translation>Znaleziono: %1</translation>
    </message>
</context>
<context>
    <name>SleepButton</name>
    <message>
        <source>after this track</source>
        <translation>po tym utworze</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Wyłącznik czasowy</translation>
    </message>
    <message>
        <source>Sleep timer: %1</source>
        <translation>Wyłącznik czasowy: %1</translation>
    </message>
    <message>
        <source>No sleep timer</source>
        <translation>Bez wyłącznika czasowego</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minut</translation>
    </message>
    <message>
        <source>Stop after this track</source>
        <translation>Zatrzymaj po tym utworze</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Odtwarzaj na</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Urządzenie dźwiękowe</translation>
    </message>
    <message>
        <source>Nothing: started with no-audio, this device only controls and follows.</source>
        <translation>Nic: uruchomione z no-audio, to urządzenie tylko steruje i podąża.</translation>
    </message>
    <message>
        <source>When that device goes away</source>
        <translation>Gdy to urządzenie zniknie</translation>
    </message>
    <message>
        <source>Play on another</source>
        <translation>Graj na innym</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Level loudness (ReplayGain)</source>
        <translation>Wyrównaj głośność (ReplayGain)</translation>
    </message>
    <message>
        <source>Off: each track is as loud as its file has it.</source>
        <translation>Wyłączone: każdy utwór jest tak głośny jak w pliku.</translation>
    </message>
    <message>
        <source>All tracks are equally loud.</source>
        <translation>Wszystkie utwory są równie głośne.</translation>
    </message>
    <message>
        <source>An album keeps the differences between its tracks.</source>
        <translation>Album zachowuje różnice między utworami.</translation>
    </message>
    <message>
        <source>An album played as such keeps its differences; else all tracks are equally loud.</source>
        <translation>Album grane w całości zachowuje różnice; poza tym wszystkie utwory są równie głośne.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wyłączone</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Utwory</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Albumy</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Louder or softer by %1 dB</source>
        <translation>Głośniej lub ciszej o %1 dB</translation>
    </message>
    <message>
        <source>Louder or softer, decibels</source>
        <translation>Głośniej lub ciszej, decybele</translation>
    </message>
    <message>
        <source>Fade each track into the next: off</source>
        <translation>Przejście jednego utworu w następny: wyłączone</translation>
    </message>
    <message>
        <source>Fade each track into the next: %1 s</source>
        <translation>Przejście jednego utworu w następny: %1 s</translation>
    </message>
    <message>
        <source>Not within an album, and not while other devices play along.</source>
        <translation>Nie wewnątrz albumu i nie wtedy, gdy grają też inne urządzenia.</translation>
    </message>
    <message>
        <source>Fade each track into the next, seconds</source>
        <translation>Przejście jednego utworu w następny, sekundy</translation>
    </message>
</context>
<context>
    <name>StationDialog</name>
    <message>
        <source>Add a station</source>
        <translation>Dodaj stację</translation>
    </message>
    <message>
        <source>Edit the station</source>
        <translation>Edytuj stację</translation>
    </message>
    <message>
        <source>Address of the stream, http://…</source>
        <translation>Adres strumienia, http://…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
</context>
<context>
    <name>Sync::Link</name>
    <message>
        <source>The hub is not reachable right now.</source>
        <translation>Hub jest teraz nieosiągalny.</translation>
    </message>
    <message>
        <source>The hub has sent this device away (%1). Start Segue again, with a --data-dir of its own.</source>
        <translation>Hub odłączył to urządzenie (%1). Uruchom Segue ponownie, z osobnym --data-dir.</translation>
    </message>
    <message>
        <source>The hub at %1 shows another certificate than its address says: %2. Somebody may be in between; or it has a new one, and its window shows a new address.</source>
        <translation>Hub pod adresem %1 pokazuje inny certyfikat, niż mówi jego adres: %2. Być może ktoś jest pośrodku; albo hub ma nowy certyfikat, a jego okno pokazuje nowy adres.</translation>
    </message>
    <message>
        <source>Nobody this device trusts vouches for the certificate of the hub at %1. Join it by an address that ends in #sha256= and the fingerprint its window shows.</source>
        <translation>Nikt, komu to urządzenie ufa, nie ręczy za certyfikat huba pod adresem %1. Dołącz do niego pod adresem, który kończy się na #sha256= i odcisk pokazywany w jego oknie.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Tagi</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n track(s)</source>
        <translation>
            <numerusform>Tagi %n utworu</numerusform>
            <numerusform>Tagi %n utworów</numerusform>
            <numerusform>Tagi %n utworów</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Wykonawca</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Album artist</source>
        <translation>Wyk. albumu</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Gatunek</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Kompozytor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Nr utworu</translation>
    </message>
    <message>
        <source>of</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>Nr płyty</translation>
    </message>
    <message>
        <source>%1 of %2 files…</source>
        <translation>Plik %1 z %2…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>different</source>
        <translation>różne</translation>
    </message>
</context>
<context>
    <name>TrackList</name>
    <message>
        <source>Tracks</source>
        <translation>Utwory</translation>
    </message>
</context>
<context>
    <name>TrackMenu</name>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Odtwórz następne</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Dodaj do kolejki</translation>
    </message>
    <message>
        <source>Remove from the favourites</source>
        <translation>Usuń z ulubionych</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>Dodaj do ulubionych</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>Edytuj tagi…</translation>
    </message>
    <message>
        <source>Remove from this playlist</source>
        <translation>Usuń z tej listy</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Dodaj do listy odtwarzania</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Nowa lista odtwarzania…</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Not in the library</source>
        <translation>Brak w bibliotece</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Przeciągnij, aby przenieść</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>Odtwórz „%1”</translation>
    </message>
    <message>
        <source>%1 · not in the library</source>
        <translation>%1 · brak w bibliotece</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>Usuń „%1” z ulubionych</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>Dodaj „%1” do ulubionych</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Więcej dla „%1”</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle is on</source>
        <translation>Odtwarzanie losowe włączone</translation>
    </message>
    <message>
        <source>Shuffle is off</source>
        <translation>Odtwarzanie losowe wyłączone</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Poprzedni utwór</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Następny utwór</translation>
    </message>
    <message>
        <source>Repeats this track</source>
        <translation>Powtarza ten utwór</translation>
    </message>
    <message>
        <source>Repeats the queue</source>
        <translation>Powtarza kolejkę</translation>
    </message>
    <message>
        <source>Repeat is off</source>
        <translation>Powtarzanie wyłączone</translation>
    </message>
</context>
<context>
    <name>TvPairing</name>
    <message>
        <source>Ask to let this TV in</source>
        <translation>Poproś o wpuszczenie tego telewizora</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>Telewizor</translation>
    </message>
    <message>
        <source>This TV shows %1</source>
        <translation>Ten telewizor pokazuje %1</translation>
    </message>
    <message>
        <source>Allow it on your desktop or phone, then press OK</source>
        <translation>Zezwól na komputerze lub telefonie, potem naciśnij OK</translation>
    </message>
    <message>
        <source>This TV was not let in</source>
        <translation>Ten telewizor nie został wpuszczony</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>To trwało zbyt długo</translation>
    </message>
    <message>
        <source>This TV is let in</source>
        <translation>Ten telewizor został wpuszczony</translation>
    </message>
    <message>
        <source>To the music</source>
        <translation>Do muzyki</translation>
    </message>
    <message>
        <source>Begin with it from now on</source>
        <translation>Odtąd od tego zaczynaj</translation>
    </message>
</context>
<context>
    <name>VolumeControl</name>
    <message>
        <source>Volume of this device</source>
        <translation>Głośność tego urządzenia</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your music is here</source>
        <translation>Twoja muzyka już jest</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Chwileczkę…</translation>
    </message>
    <message>
        <source>Welcome to Segue</source>
        <translation>Witaj w Segue</translation>
    </message>
    <message>
        <source>No music was found in %1.</source>
        <translation>W %1 nie znaleziono muzyki.</translation>
    </message>
    <message>
        <source>Where is your music?</source>
        <translation>Gdzie jest twoja muzyka?</translation>
    </message>
    <message>
        <source>Listen to the music in %1</source>
        <translation>Słuchaj muzyki z %1</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Wybierz inny folder…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Wybierz folder…</translation>
    </message>
</context>
</TS>
