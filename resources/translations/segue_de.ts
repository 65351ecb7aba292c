<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AdmittedRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>May listen</source>
        <translation>Darf zuhören</translation>
    </message>
    <message>
        <source>May play and control</source>
        <translation>Darf spielen und steuern</translation>
    </message>
    <message>
        <source>May let others in too</source>
        <translation>Darf auch andere hereinlassen</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Was %1 darf</translation>
    </message>
    <message>
        <source>Send %1 away</source>
        <translation>%1 den Zutritt entziehen</translation>
    </message>
</context>
<context>
    <name>AdmittedSettings</name>
    <message>
        <source>Devices that were let in</source>
        <translation>Geräte mit Zutritt</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
</context>
<context>
    <name>AlbumCard</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>AlbumGrid</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
</context>
<context>
    <name>AlbumHead</name>
    <message>
        <source>Back to the albums</source>
        <translation>Zurück zu den Alben</translation>
    </message>
    <message>
        <source>Play this album</source>
        <translation>Dieses Album abspielen</translation>
    </message>
    <message>
        <source>Add this album to the queue</source>
        <translation>Dieses Album an die Warteschlange anhängen</translation>
    </message>
    <message>
        <source>Edit the tags of this album</source>
        <translation>Tags dieses Albums bearbeiten</translation>
    </message>
</context>
<context>
    <name>AlbumStrip</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
</context>
<context>
    <name>AskingBanner</name>
    <message>
        <source>Ctrl+J goes there.</source>
        <translation>Strg+J führt dorthin.</translation>
    </message>
    <message>
        <source>%1 wants to join</source>
        <translation>%1 möchte dazukommen</translation>
    </message>
    <message numerus="yes">
        <source>From %1. %n other(s) wait too.</source>
        <translation>
            <numerusform>Von %1. %n weiteres Gerät wartet auch.</numerusform>
            <numerusform>Von %1. %n weitere Geräte warten auch.</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 (Ctrl+J to decide)</source>
        <translation>Von %1 (Strg+J zum Entscheiden)</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allow %1 to control the music</source>
        <translation>%1 erlauben, die Musik zu steuern</translation>
    </message>
    <message>
        <source>Allow to listen only</source>
        <translation>Nur zuhören lassen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>%1, which shows %2, wants to join</source>
        <translation>%1 zeigt %2 und möchte dazukommen</translation>
    </message>
</context>
<context>
    <name>BrowseActions</name>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Neue Wiedergabeliste…</translation>
    </message>
    <message>
        <source>Edit the tags of all</source>
        <translation>Tags von allen bearbeiten</translation>
    </message>
    <message>
        <source>Add all to the queue</source>
        <translation>Alle an die Warteschlange anhängen</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Alle abspielen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export this playlist…</source>
        <translation>Diese Wiedergabeliste exportieren…</translation>
    </message>
</context>
<context>
    <name>ContentSite</name>
    <message>
        <source>This is not there any more</source>
        <translation>Das ist nicht mehr da</translation>
    </message>
    <message>
        <source>Let this TV in</source>
        <translation>Diesen Fernseher einlassen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>No albums yet</source>
        <translation>Noch keine Alben</translation>
    </message>
    <message>
        <source>No artists yet</source>
        <translation>Noch keine Interpreten</translation>
    </message>
    <message>
        <source>No playlists yet</source>
        <translation>Noch keine Wiedergabelisten</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suche: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album · %1</source>
        <translation>Album von %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>CoverChoice</name>
    <message>
        <source>Cover</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>The new cover</source>
        <translation>Das neue Titelbild</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild auswählen…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Bilder (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>Desktop::AdmittedModel</name>
    <message>
        <source>Has not been here yet</source>
        <translation>War noch nicht hier</translation>
    </message>
    <message>
        <source>Here just now</source>
        <translation>Gerade eben hier</translation>
    </message>
    <message numerus="yes">
        <source>Here %n minute(s) ago</source>
        <translation>
            <numerusform>Vor %n Minute hier</numerusform>
            <numerusform>Vor %n Minuten hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Here today at %1</source>
        <translation>Heute um %1 hier</translation>
    </message>
    <message>
        <source>Here yesterday at %1</source>
        <translation>Gestern um %1 hier</translation>
    </message>
    <message>
        <source>Last here on %1</source>
        <translation>Zuletzt hier am %1</translation>
    </message>
</context>
<context>
    <name>Desktop::BrowseController</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Hier ist noch nichts.</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>No playlists yet. Make one from a track&apos;s menu.</source>
        <translation>Noch keine Wiedergabelisten. Im Menü eines Titels lässt sich eine anlegen.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>No favourites yet. Press the heart of a track.</source>
        <translation>Noch keine Favoriten. Ein Druck auf das Herz eines Titels fügt ihn hinzu.</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Nothing has been played yet.</source>
        <translation>Es wurde noch nichts abgespielt.</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Meistgehört</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Neu hinzugefügt</translation>
    </message>
    <message>
        <source>This playlist is empty. Add tracks from their menu.</source>
        <translation>Diese Wiedergabeliste ist leer. Titel lassen sich über ihr Menü hinzufügen.</translation>
    </message>
    <message>
        <source>No track here is by this artist.</source>
        <translation>Hier ist kein Titel von diesem Interpreten.</translation>
    </message>
    <message>
        <source>No track here is of this genre.</source>
        <translation>Hier ist kein Titel dieses Genres.</translation>
    </message>
</context>
<context>
    <name>Desktop::DeviceModel</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Spielt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Does not have this track</source>
        <translation>Hat diesen Titel nicht</translation>
    </message>
    <message>
        <source>Cannot play this track</source>
        <translation>Kann diesen Titel nicht abspielen</translation>
    </message>
    <message>
        <source>Follows without sound</source>
        <translation>Folgt ohne Ton</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Fernbedienung</translation>
    </message>
    <message>
        <source>Listens privately</source>
        <translation>Hört für sich</translation>
    </message>
    <message>
        <source>Playing in time (%1 ms off)</source>
        <translation>Spielt im Takt (%1 ms daneben)</translation>
    </message>
    <message>
        <source>Playing close to the others (%1 ms off)</source>
        <translation>Spielt nah an den anderen (%1 ms daneben)</translation>
    </message>
    <message>
        <source>Playing loosely with the others (%1 ms off)</source>
        <translation>Spielt lose mit den anderen (%1 ms daneben)</translation>
    </message>
</context>
<context>
    <name>Desktop::FoldersController</name>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 belongs to your music already.</source>
        <translation>%1 gehört schon zu deiner Musik.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubApi</name>
    <message>
        <source>The hub does not answer. Try again in a moment.</source>
        <translation>Der Hub antwortet nicht. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This device may not do that. A device that may let others in can change its role.</source>
        <translation>Dieses Gerät darf das nicht. Ein Gerät, das andere hereinlassen darf, kann das ändern.</translation>
    </message>
    <message>
        <source>That is over: somebody else has decided, or it was given up.</source>
        <translation>Das ist vorbei: Jemand anderes hat entschieden, oder es wurde aufgegeben.</translation>
    </message>
    <message>
        <source>This hub listens on its own machine only. Let devices on your network join first.</source>
        <translation>Dieser Hub ist nur auf seinem eigenen Rechner erreichbar. Zuerst die Geräte im Netzwerk mitmachen lassen.</translation>
    </message>
    <message>
        <source>The hub refused (%1): %2.</source>
        <translation>Der Hub hat abgelehnt (%1): %2.</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>Ein anderes Profil heißt schon so.</translation>
    </message>
    <message>
        <source>Devices play as this profile now. Let them switch to another one first.</source>
        <translation>Geräte spielen gerade mit diesem Profil. Lass sie zuerst zu einem anderen wechseln.</translation>
    </message>
    <message>
        <source>This hub has as many profiles as it can have.</source>
        <translation>Dieser Hub hat schon so viele Profile, wie er haben kann.</translation>
    </message>
    <message>
        <source>This name is too long, or has characters that cannot be shown.</source>
        <translation>Dieser Name ist zu lang oder hat Zeichen, die nicht angezeigt werden können.</translation>
    </message>
</context>
<context>
    <name>Desktop::HubsController</name>
    <message>
        <source>Looking for a hub…</source>
        <translation>Ein Hub wird gesucht…</translation>
    </message>
    <message>
        <source>No other hub is found on your network yet. Segue looks on.</source>
        <translation>Im Netzwerk ist noch kein anderer Hub zu finden. Segue sucht weiter.</translation>
    </message>
    <message>
        <source>The hub %1 is not found on your network yet. Segue looks on.</source>
        <translation>Der Hub %1 ist im Netzwerk noch nicht zu finden. Segue sucht weiter.</translation>
    </message>
    <message>
        <source>Several hubs are on your network. Choose one.</source>
        <translation>Im Netzwerk sind mehrere Hubs. Bitte einen wählen.</translation>
    </message>
    <message>
        <source>Joining %1…</source>
        <translation>Verbindung mit %1…</translation>
    </message>
    <message>
        <source>Waiting to be allowed on %1. Somebody there is asked now.</source>
        <translation>%1 muss dieses Gerät noch hereinlassen. Dort wird gerade gefragt.</translation>
    </message>
    <message>
        <source>%1 has not let this device in.</source>
        <translation>%1 hat dieses Gerät nicht hereingelassen.</translation>
    </message>
</context>
<context>
    <name>Desktop::ImportController</name>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 is in no music folder. Drop its folder to add it.</source>
        <translation>%1 liegt in keinem Musikordner. Um die Datei hinzuzufügen, ihren Ordner hierher ziehen.</translation>
    </message>
    <message numerus="yes">
        <source>The playlist “%1” was added: %n track(s), %2 of them not in the library.</source>
        <translation>
            <numerusform>Die Wiedergabeliste „%1“ wurde hinzugefügt: %n Titel, davon nicht in der Bibliothek: %2.</numerusform>
            <numerusform>Die Wiedergabeliste „%1“ wurde hinzugefügt: %n Titel, davon nicht in der Bibliothek: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stations added: %1.</source>
        <translation>Hinzugefügte Sender: %1.</translation>
    </message>
    <message>
        <source>Taken over: %1 playlists, %2 ratings, %3 play counts. Not taken: %4.</source>
        <translation>Übernommen – Wiedergabelisten: %1, Bewertungen: %2, Wiedergabezähler: %3. Nicht übernommen: %4.</translation>
    </message>
</context>
<context>
    <name>Desktop::LibraryController</name>
    <message>
        <source>No music yet.</source>
        <translation>Noch keine Musik.</translation>
    </message>
    <message>
        <source>Looking for music…</source>
        <translation>Musik wird gesucht…</translation>
    </message>
    <message>
        <source>No music was found.</source>
        <translation>Es wurde keine Musik gefunden.</translation>
    </message>
    <message>
        <source>Start Segue with --music FOLDER.</source>
        <translation>Segue mit --music ORDNER starten.</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiteres.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::OtherPlayersModel</name>
    <message>
        <source>Not reachable right now</source>
        <translation>Gerade nicht erreichbar</translation>
    </message>
    <message>
        <source>Plays nothing</source>
        <translation>Spielt nichts</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Angehalten · %1</translation>
    </message>
</context>
<context>
    <name>Desktop::PersonalController</name>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation>In „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Delete a playlist</source>
        <translation>Wiedergabeliste löschen</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Zu einer Wiedergabeliste hinzufügen</translation>
    </message>
    <message>
        <source>Move a track</source>
        <translation>Titel verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n track(s)</source>
        <translation>
            <numerusform>%n Titel entfernen</numerusform>
            <numerusform>%n Titel entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::PlayerController</name>
    <message>
        <source>The hub refused that.</source>
        <translation>Der Hub hat das abgelehnt.</translation>
    </message>
    <message>
        <source>Unknown track</source>
        <translation>Unbekannter Titel</translation>
    </message>
</context>
<context>
    <name>Desktop::QueueModel</name>
    <message>
        <source>Not in this library</source>
        <translation>Nicht in dieser Bibliothek</translation>
    </message>
</context>
<context>
    <name>Desktop::RadioController</name>
    <message>
        <source>A station&apos;s address begins with http:// or https:// and has no password in it.</source>
        <translation>Die Adresse eines Senders beginnt mit http:// oder https:// und enthält kein Passwort.</translation>
    </message>
    <message>
        <source>Rename a station</source>
        <translation>Sender umbenennen</translation>
    </message>
    <message>
        <source>Change a station</source>
        <translation>Sender ändern</translation>
    </message>
    <message>
        <source>Add a station</source>
        <translation>Sender hinzufügen</translation>
    </message>
    <message>
        <source>Delete a station</source>
        <translation>Sender löschen</translation>
    </message>
    <message>
        <source>Move a station</source>
        <translation>Sender verschieben</translation>
    </message>
</context>
<context>
    <name>Desktop::SearchController</name>
    <message>
        <source>Type what you look for: a title, an artist, an album, a playlist or a station.</source>
        <translation>Einfach eintippen, was gesucht wird: ein Titel, ein Interpret, ein Album, eine Wiedergabeliste oder ein Sender.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden zu „%1“.</translation>
    </message>
</context>
<context>
    <name>Desktop::SettingsController</name>
    <message>
        <source>A device needs a name.</source>
        <translation>Ein Gerät braucht einen Namen.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>Segue cannot listen on the network: %1. Devices there still cannot join.</source>
        <translation>Segue kann im Netzwerk keine Verbindungen annehmen: %1. Geräte dort können weiterhin nicht mitmachen.</translation>
    </message>
    <message>
        <source>Segue cannot stop listening on the network: %1. Devices there can still join.</source>
        <translation>Segue kann nicht aufhören, Verbindungen aus dem Netzwerk anzunehmen: %1. Geräte dort können weiterhin mitmachen.</translation>
    </message>
    <message>
        <source>Devices on your network, once they were let in (bind is %1).</source>
        <translation>Geräte im Netzwerk, sobald sie hereingelassen wurden (bind ist %1).</translation>
    </message>
    <message>
        <source>Devices on your network see this hub, and have part in it once they were let in.</source>
        <translation>Geräte im Netzwerk sehen diesen Hub und machen mit, sobald sie hereingelassen wurden.</translation>
    </message>
    <message>
        <source>Only this machine has part in this hub.</source>
        <translation>Nur dieser Rechner macht bei diesem Hub mit.</translation>
    </message>
    <message>
        <source>a hub on your network</source>
        <translation>einem Hub im Netzwerk</translation>
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
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (gerade nicht da)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>More bass</source>
        <translation>Mehr Bass</translation>
    </message>
    <message>
        <source>More treble</source>
        <translation>Mehr Höhen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Quiet listening</source>
        <translation>Leises Hören</translation>
    </message>
    <message>
        <source>Small speakers</source>
        <translation>Kleine Lautsprecher</translation>
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
        <translation>Tanz</translation>
    </message>
    <message>
        <source>Jazz</source>
        <translation>Jazz</translation>
    </message>
    <message>
        <source>Classical</source>
        <translation>Klassik</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>Desktop::TagController</name>
    <message>
        <source>The files of these tracks are not there.</source>
        <translation>Die Dateien dieser Titel sind nicht da.</translation>
    </message>
    <message numerus="yes">
        <source>The former tags are back: %n file(s).</source>
        <translation>
            <numerusform>Die früheren Tags sind wieder da: %n Datei.</numerusform>
            <numerusform>Die früheren Tags sind wieder da: %n Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags were written: %n file(s).</source>
        <translation>
            <numerusform>Tags wurden geschrieben: %n Datei.</numerusform>
            <numerusform>Tags wurden geschrieben: %n Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds several tracks; its cue sheet names them, not its tags.</source>
        <translation>„%1“ enthält mehrere Titel; ihre Namen stehen im Cuesheet, nicht in den Tags der Datei.</translation>
    </message>
</context>
<context>
    <name>Desktop::TagForm</name>
    <message>
        <source>“%1” is not a number from 0 to %2.</source>
        <translation>„%1“ ist keine Zahl von 0 bis %2.</translation>
    </message>
</context>
<context>
    <name>Desktop::UsersController</name>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Desktop::Window</name>
    <message>
        <source>This device is not here any more.</source>
        <translation>Dieses Gerät ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
</context>
<context>
    <name>DeviceNameDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Gerät umbenennen</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>Name des Geräts</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>%1, this device: %2</source>
        <translation>%1, dieses Gerät: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This device · %1</source>
        <translation>Dieses Gerät · %1</translation>
    </message>
    <message>
        <source>Stop playing here</source>
        <translation>Hier nicht mehr spielen</translation>
    </message>
    <message>
        <source>Stop playing there</source>
        <translation>Dort nicht mehr spielen</translation>
    </message>
    <message>
        <source>Play here also</source>
        <translation>Hier mitspielen</translation>
    </message>
    <message>
        <source>Play there also</source>
        <translation>Dort mitspielen</translation>
    </message>
    <message>
        <source>Play here</source>
        <translation>Hier spielen</translation>
    </message>
    <message>
        <source>Play there</source>
        <translation>Dort spielen</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Lautstärke von %1</translation>
    </message>
</context>
<context>
    <name>DevicesPopup</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Not connected to a hub</source>
        <translation>Mit keinem Hub verbunden</translation>
    </message>
    <message>
        <source>This device is the hub</source>
        <translation>Dieses Gerät ist der Hub</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message>
        <source>Listen privately</source>
        <translation>Für mich hören</translation>
    </message>
    <message>
        <source>This device has a player of its own. The others see that, but not what plays.</source>
        <translation>Dieses Gerät hat einen eigenen Player. Die anderen sehen das, aber nicht, was läuft.</translation>
    </message>
    <message>
        <source>A player for this device alone, until you return to the others.</source>
        <translation>Ein Player nur für dieses Gerät, bis du zu den anderen zurückkehrst.</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Folder with music</source>
        <translation>Ordner mit Musik</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Plays now</source>
        <translation>Läuft gerade</translation>
    </message>
</context>
<context>
    <name>EqualizerSettings</name>
    <message>
        <source>Equalizer</source>
        <translation>Equalizer</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Off: the sound leaves as it is in the file.</source>
        <translation>Aus: Der Ton bleibt, wie er in der Datei ist.</translation>
    </message>
    <message>
        <source>Radio stations play as they come.</source>
        <translation>Radiosender klingen, wie sie kommen.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Remove %1 from the music</source>
        <translation>%1 aus der Musik entfernen</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>The hub is not reachable. Trying again…</source>
        <translation>Der Hub ist nicht erreichbar. Neuer Versuch…</translation>
    </message>
    <message>
        <source>Reading and writing files…</source>
        <translation>Dateien werden gelesen und geschrieben…</translation>
    </message>
    <message>
        <source>This hub cannot reach the others. It goes on alone; they catch up later.</source>
        <translation>Dieser Hub erreicht die anderen nicht. Er macht allein weiter; sie gleichen sich später ab.</translation>
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
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>Name dieses Geräts</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>In this Segue, at %1</source>
        <translation>In diesem Segue, unter %1</translation>
    </message>
    <message>
        <source>Joined %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation>Wer ihn erreicht</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Only this device</source>
        <translation>Nur dieses Gerät</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Let devices on my network join</source>
        <translation>Geräte in meinem Netzwerk mitmachen lassen</translation>
    </message>
    <message>
        <source>Add a device…</source>
        <translation>Gerät hinzufügen…</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>%1 has come in.</source>
        <translation>%1 ist jetzt dabei.</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Noch eins hinzufügen</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>InvitationWords</name>
    <message>
        <source>Scan the picture with the camera of a phone or tablet, or open this address in a browser:</source>
        <translation>Das Bild mit der Kamera eines Telefons oder Tablets scannen, oder diese Adresse in einem Browser öffnen:</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
    <message>
        <source>and type this code there:</source>
        <translation>und dort diesen Code eingeben:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Der Code: %1</translation>
    </message>
    <message>
        <source>Good for another %1, for one device.</source>
        <translation>Gilt noch %1, für ein Gerät.</translation>
    </message>
    <message>
        <source>This code is over.</source>
        <translation>Dieser Code gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Where a browser warns of the certificate, its SHA-256 fingerprint should be: %1</source>
        <translation>Warnt ein Browser vor dem Zertifikat, muss dessen SHA-256-Fingerabdruck so lauten: %1</translation>
    </message>
</context>
<context>
    <name>LevelSlider</name>
    <message>
        <source>%1 Hz, decibels</source>
        <translation>%1 Hz, Dezibel</translation>
    </message>
</context>
<context>
    <name>Library::Reasons</name>
    <message>
        <source>The line is longer than %1 characters.</source>
        <translation>Die Zeile ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is no track in this sheet.</source>
        <translation>In diesem Cuesheet steht kein Titel.</translation>
    </message>
    <message>
        <source>FILE names no file.</source>
        <translation>FILE nennt keine Datei.</translation>
    </message>
    <message>
        <source>TRACK has no number between 1 and %1.</source>
        <translation>TRACK hat keine Nummer von 1 bis %1.</translation>
    </message>
    <message>
        <source>TRACK comes before FILE.</source>
        <translation>TRACK steht vor FILE.</translation>
    </message>
    <message>
        <source>There are more than %1 tracks.</source>
        <translation>Es sind mehr als %1 Titel.</translation>
    </message>
    <message>
        <source>INDEX comes before TRACK.</source>
        <translation>INDEX steht vor TRACK.</translation>
    </message>
    <message>
        <source>INDEX has no number between 0 and 99.</source>
        <translation>INDEX hat keine Nummer von 0 bis 99.</translation>
    </message>
    <message>
        <source>INDEX has no time like 04:33:00.</source>
        <translation>INDEX hat keine Zeit wie 04:33:00.</translation>
    </message>
    <message>
        <source>INDEX goes back in time.</source>
        <translation>INDEX geht in der Zeit zurück.</translation>
    </message>
    <message>
        <source>Track %1 has no INDEX 01.</source>
        <translation>Titel %1 hat keinen INDEX 01.</translation>
    </message>
    <message>
        <source>The sheet is larger than %1 KiB.</source>
        <translation>Das Cuesheet ist größer als %1 KiB.</translation>
    </message>
    <message>
        <source>There is no room for a copy of the file: %1.</source>
        <translation>Für eine Kopie der Datei ist kein Platz: %1.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end: %1.</source>
        <translation>Die Datei lässt sich nicht bis zum Ende lesen: %1.</translation>
    </message>
    <message>
        <source>The file&apos;s permissions cannot be kept: %1.</source>
        <translation>Die Zugriffsrechte der Datei lassen sich nicht erhalten: %1.</translation>
    </message>
    <message>
        <source>It cannot be opened: %1.</source>
        <translation>Sie lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>The file is read-only.</source>
        <translation>Die Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Its folder cannot be written to: %1.</source>
        <translation>In ihren Ordner lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>The changed file cannot be written to the disk: %1.</source>
        <translation>Die geänderte Datei lässt sich nicht auf die Festplatte schreiben: %1.</translation>
    </message>
    <message>
        <source>Something else has changed the file meanwhile.</source>
        <translation>Die Datei wurde inzwischen von anderer Stelle geändert.</translation>
    </message>
    <message>
        <source>The changed file cannot take the old one&apos;s place: %1.</source>
        <translation>Die geänderte Datei kann die alte nicht ersetzen: %1.</translation>
    </message>
    <message>
        <source>This music folder went away while it was read; what it holds is kept.</source>
        <translation>Dieser Musikordner verschwand, während er gelesen wurde; sein Inhalt bleibt erhalten.</translation>
    </message>
    <message>
        <source>This music folder&apos;s disk is not mounted; what it holds is kept.</source>
        <translation>Das Laufwerk dieses Musikordners ist nicht eingehängt; sein Inhalt bleibt erhalten.</translation>
    </message>
    <message>
        <source>A field holds %1 values at most.</source>
        <translation>Ein Feld fasst höchstens %1 Werte.</translation>
    </message>
    <message>
        <source>A text is longer than %1 characters.</source>
        <translation>Ein Text ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>A track or disc number is between 0 and %1.</source>
        <translation>Eine Titel- oder CD-Nummer liegt zwischen 0 und %1.</translation>
    </message>
    <message>
        <source>The cover is larger than %1 MiB.</source>
        <translation>Das Titelbild ist größer als %1 MiB.</translation>
    </message>
    <message>
        <source>The cover is neither a JPEG nor a PNG picture.</source>
        <translation>Das Titelbild ist weder ein JPEG- noch ein PNG-Bild.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is not an audio file of a kind Segue knows.</source>
        <translation>Das ist keine Audiodatei, die Segue kennt.</translation>
    </message>
    <message>
        <source>The file is cut off before its sound begins.</source>
        <translation>Die Datei bricht ab, bevor der Ton beginnt.</translation>
    </message>
    <message>
        <source>The file is damaged: its headers make no sense.</source>
        <translation>Die Datei ist beschädigt: Ihr Kopf ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Die Datei ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Tags in this kind of file cannot be edited.</source>
        <translation>Tags in Dateien dieser Art lassen sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>This kind of file holds no cover.</source>
        <translation>Dateien dieser Art nehmen kein Titelbild auf.</translation>
    </message>
    <message>
        <source>The sound would not have survived; is the disk full?</source>
        <translation>Der Ton hätte Schaden genommen; ist die Festplatte voll?</translation>
    </message>
    <message>
        <source>This kind of file cannot hold all of these values.</source>
        <translation>Dateien dieser Art können nicht alle diese Werte aufnehmen.</translation>
    </message>
    <message>
        <source>The tags cannot be written; is the disk full?</source>
        <translation>Die Tags lassen sich nicht schreiben; ist die Festplatte voll?</translation>
    </message>
    <message>
        <source>This music folder is not available; what it holds is kept.</source>
        <translation>Dieser Musikordner ist nicht verfügbar; sein Inhalt bleibt erhalten.</translation>
    </message>
    <message>
        <source>The file&apos;s name is not valid UTF-8; rename it to play it.</source>
        <translation>Der Dateiname ist kein gültiges UTF-8; zum Abspielen die Datei umbenennen.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1.</source>
        <translation>Dieser Ordner lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>The file cannot be looked at: %1.</source>
        <translation>Die Datei lässt sich nicht ansehen: %1.</translation>
    </message>
    <message>
        <source>This file is not in the library.</source>
        <translation>Diese Datei ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>There is no file in this playlist.</source>
        <translation>In dieser Wiedergabeliste ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 streams in it were left out.</source>
        <translation>Ausgelassene Streams darin: %1.</translation>
    </message>
    <message>
        <source>Playlist %1</source>
        <translation>Wiedergabeliste %1</translation>
    </message>
    <message>
        <source>%1 smart playlists were left out: their rules cannot be taken over.</source>
        <translation>Ausgelassene intelligente Wiedergabelisten: %1; ihre Regeln lassen sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be copied aside: %2.</source>
        <translation>Die Datenbank %1 lässt sich nicht zur Seite kopieren: %2.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read: %2.</source>
        <translation>Die Datenbank %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The database %1 is not one of Strawberry or Clementine.</source>
        <translation>Die Datenbank %1 stammt nicht von Strawberry oder Clementine.</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>Es gibt keine Datenbank %1.</translation>
    </message>
    <message>
        <source>It is no name a file can have.</source>
        <translation>So kann keine Datei heißen.</translation>
    </message>
    <message>
        <source>It is not on this machine: %1.</source>
        <translation>Nicht auf diesem Rechner: %1.</translation>
    </message>
    <message>
        <source>It is no address music can be played from: %1.</source>
        <translation>Keine Adresse, von der Musik abgespielt werden kann: %1.</translation>
    </message>
    <message>
        <source>The playlist is larger than %1 MiB.</source>
        <translation>Die Wiedergabeliste ist größer als %1 MiB.</translation>
    </message>
    <message>
        <source>This is not a playlist but something else.</source>
        <translation>Das ist keine Wiedergabeliste, sondern etwas anderes.</translation>
    </message>
    <message>
        <source>The playlist has more than %1 lines.</source>
        <translation>Die Wiedergabeliste hat mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be written: %2.</source>
        <translation>Die Wiedergabeliste %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The playlist %1 cannot be opened: %2.</source>
        <translation>Die Wiedergabeliste %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>A playlist needs a name.</source>
        <translation>Eine Wiedergabeliste braucht einen Namen.</translation>
    </message>
    <message>
        <source>This playlist is not there any more.</source>
        <translation>Diese Wiedergabeliste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A playlist holds %1 tracks at most.</source>
        <translation>Eine Wiedergabeliste fasst höchstens %1 Titel.</translation>
    </message>
    <message>
        <source>There is room for %1 stations at most.</source>
        <translation>Es ist Platz für höchstens %1 Sender.</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>Titel %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>It names the file “%1”, which is not beside it.</source>
        <translation>Es nennt die Datei „%1“, die nicht daneben liegt.</translation>
    </message>
    <message>
        <source>Its track %1 begins after the end of “%2”.</source>
        <translation>Sein Titel %1 beginnt nach dem Ende von „%2“.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is not valid UTF-8; rename it to play what it holds.</source>
        <translation>Der Ordnername ist kein gültiges UTF-8; zum Abspielen des Inhalts den Ordner umbenennen.</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Import playlists, stations or a player&apos;s data</source>
        <translation>Wiedergabelisten, Sender oder Daten eines Players importieren</translation>
    </message>
    <message>
        <source>Playlists, and databases of Strawberry and Clementine (*.m3u *.m3u8 *.pls *.db)</source>
        <translation>Wiedergabelisten sowie Datenbanken von Strawberry und Clementine (*.m3u *.m3u8 *.pls *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Playlists (*.m3u8 *.m3u *.pls)</source>
        <translation>Wiedergabelisten (*.m3u8 *.m3u *.pls)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
</context>
<context>
    <name>LookSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>LoudnessControl</name>
    <message>
        <source>Unmute</source>
        <translation>Ton einschalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
</context>
<context>
    <name>LoudnessState</name>
    <message>
        <source>Measuring how loud your music is: %1 of %2 tracks</source>
        <translation>Lautheit der Musik wird gemessen: %1 von %2 Titeln</translation>
    </message>
    <message>
        <source>Measuring how loud your music is was stopped. Tracks without ReplayGain tags may stay as loud as they are.</source>
        <translation>Das Messen der Lautheit wurde angehalten. Titel ohne ReplayGain bleiben womöglich so laut, wie sie sind.</translation>
    </message>
    <message>
        <source>Progress of measuring loudness</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>Weitermessen</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Messen anhalten</translation>
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
        <translation>Musik</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>Noch kein Ordner.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Auf der Befehlszeile gesetzt.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>New playlist</source>
        <translation>Neue Wiedergabeliste</translation>
    </message>
    <message>
        <source>Rename the playlist</source>
        <translation>Wiedergabeliste umbenennen</translation>
    </message>
    <message>
        <source>Name of the playlist</source>
        <translation>Name der Wiedergabeliste</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>NowPlayingBar</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Devices: playing on %1</source>
        <translation>Geräte: spielt auf %1</translation>
    </message>
</context>
<context>
    <name>NowPlayingPage</name>
    <message>
        <source>Now playing</source>
        <translation>Aktuelle Wiedergabe</translation>
    </message>
    <message>
        <source>Close what plays</source>
        <translation>Aktuelle Wiedergabe schließen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>OtherHubs</name>
    <message>
        <source>Other hubs on your network</source>
        <translation>Andere Hubs im Netzwerk</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Auf der Befehlszeile gesetzt.</translation>
    </message>
    <message>
        <source>None is found. A hub is listed here when it lets devices on the network join.</source>
        <translation>Keiner gefunden. Ein Hub steht hier, wenn er Geräte im Netzwerk mitmachen lässt.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Leave, and be a hub again</source>
        <translation>Verlassen und wieder selbst Hub sein</translation>
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
        <translation>Voriger Titel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over what %1 plays</source>
        <translation>Übernehmen, was auf %1 läuft</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Lautstärke von %1</translation>
    </message>
</context>
<context>
    <name>OtherPlayers</name>
    <message>
        <source>Other players</source>
        <translation>Andere Player</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>Player::DeviceSink</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Kein Audiogerät: Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Das gewählte Audiogerät ist nicht da: Wiedergabe über %1.</translation>
    </message>
</context>
<context>
    <name>Player::Failures</name>
    <message>
        <source>“%1” cannot be played from %2: %3</source>
        <translation>„%1“ lässt sich nicht von %2 abspielen: %3</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” may not be read.</source>
        <translation>„%1“ darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is cut off: it ends at %2 of %3.</source>
        <translation>„%1“ ist abgeschnitten: Die Datei endet bei %2 von %3.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>Sie ist beschädigt oder keine Audiodatei.</translation>
    </message>
    <message>
        <source>“%1” cannot be played: %2</source>
        <translation>„%1“ kann nicht abgespielt werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s), first near %2: what was there cannot be heard.</source>
        <translation>
            <numerusform>„%1“ ist an %n Stelle beschädigt, bei %2: Was dort war, ist nicht zu hören.</numerusform>
            <numerusform>„%1“ ist an %n Stellen beschädigt, zuerst bei %2: Was dort war, ist nicht zu hören.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” breaks off at %2: %3</source>
        <translation>„%1“ bricht bei %2 ab: %3</translation>
    </message>
</context>
<context>
    <name>Player::MediaPlayerOutput</name>
    <message>
        <source>No sound device: playing in silence.</source>
        <translation>Kein Audiogerät: Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>The sound device is gone: playing in silence until the next start of the program.</source>
        <translation>Das Audiogerät ist weg: Wiedergabe ohne Ton bis zum nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Playing on %1.</source>
        <translation>Wiedergabe über %1.</translation>
    </message>
    <message>
        <source>%1 is gone: playing on %2.</source>
        <translation>%1 ist weg: Die Wiedergabe geht über %2 weiter.</translation>
    </message>
    <message>
        <source>The chosen sound device is not there: playing on %1.</source>
        <translation>Das gewählte Audiogerät ist nicht da: Wiedergabe über %1.</translation>
    </message>
</context>
<context>
    <name>Player::Reasons</name>
    <message>
        <source>the server does not have it.</source>
        <translation>Der Server hat sie nicht.</translation>
    </message>
    <message>
        <source>the server does not allow it.</source>
        <translation>Der Server erlaubt es nicht.</translation>
    </message>
    <message>
        <source>the server refuses it.</source>
        <translation>Der Server verweigert sie.</translation>
    </message>
    <message>
        <source>the server failed.</source>
        <translation>Der Server hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>no server answers there.</source>
        <translation>Dort antwortet kein Server.</translation>
    </message>
    <message>
        <source>the server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>the server cannot be reached.</source>
        <translation>Der Server ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>the connection broke.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>its kind of sound is not known here.</source>
        <translation>Dieses Tonformat ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>it asks for more memory than any music needs.</source>
        <translation>Sie verlangt mehr Speicher, als Musik je braucht.</translation>
    </message>
    <message>
        <source>it is damaged or not audio.</source>
        <translation>Sie ist beschädigt oder keine Audiodatei.</translation>
    </message>
    <message>
        <source>it is no recording but something else (%1).</source>
        <translation>Sie ist keine Aufnahme, sondern etwas anderes (%1).</translation>
    </message>
    <message>
        <source>there is no sound in it.</source>
        <translation>Darin ist kein Ton.</translation>
    </message>
    <message>
        <source>the list of where its sound lies is missing or damaged. Perhaps the file was cut off.</source>
        <translation>Das Verzeichnis, wo ihr Ton liegt, fehlt oder ist beschädigt. Vielleicht wurde die Datei abgeschnitten.</translation>
    </message>
    <message>
        <source>what follows is damaged or cut off.</source>
        <translation>Was folgt, ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>its end is not there. Perhaps the file was cut off.</source>
        <translation>Ihr Ende fehlt. Vielleicht wurde die Datei abgeschnitten.</translation>
    </message>
    <message>
        <source>it claims a sample rate of %1 Hz, so it is damaged.</source>
        <translation>Sie nennt eine Abtastrate von %1 Hz und ist also beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>it claims to have %n channel(s), so it is damaged.</source>
        <translation>
            <numerusform>Sie nennt %n Kanal und ist also beschädigt.</numerusform>
            <numerusform>Sie nennt %n Kanäle und ist also beschädigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::SessionPlayer</name>
    <message>
        <source>This track is not in this library.</source>
        <translation>Dieser Titel ist nicht in dieser Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>Playing has stopped: %n tracks in a row could not be played.</source>
        <translation>
            <numerusform>Die Wiedergabe ist angehalten: %n Titel in Folge konnte nicht abgespielt werden.</numerusform>
            <numerusform>Die Wiedergabe ist angehalten: %n Titel in Folge konnten nicht abgespielt werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlayingSite</name>
    <message>
        <source>This TV is not let in</source>
        <translation>Dieser Fernseher ist nicht eingelassen</translation>
    </message>
    <message>
        <source>Playing now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>The queue does not have this any more</source>
        <translation>Das ist nicht mehr in der Warteschlange</translation>
    </message>
    <message>
        <source>%1 is not in this library</source>
        <translation>%1 ist nicht in dieser Bibliothek</translation>
    </message>
</context>
<context>
    <name>PlayingTrack</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Es läuft nichts</translation>
    </message>
</context>
<context>
    <name>PlayingWords</name>
    <message>
        <source>Nothing is playing</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>%1 aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>%1 zu den Favoriten hinzufügen</translation>
    </message>
</context>
<context>
    <name>ProblemsPopup</name>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht gelesen werden konnten</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Profil umbenennen</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
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
        <translation>%1, auf diesem Gerät</translation>
    </message>
    <message>
        <source>This device plays as this profile</source>
        <translation>Dieses Gerät spielt mit diesem Profil</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
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
        <translation>Jedes hat seinen eigenen Player, eigene Favoriten, Wiedergabelisten, Radiosender und einen eigenen Verlauf.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Neues Profil…</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the address %1</source>
        <translation>QR-Code der Adresse %1</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save the queue as a playlist</source>
        <translation>Warteschlange als Wiedergabeliste speichern</translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>Warteschlange leeren</translation>
    </message>
    <message>
        <source>Close the queue</source>
        <translation>Warteschlange schließen</translation>
    </message>
    <message>
        <source>Nothing is queued. Play something, or add it from its menu.</source>
        <translation>Die Warteschlange ist leer. Etwas abspielen oder über das Menü hinzufügen.</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Plays now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Zum Verschieben ziehen</translation>
    </message>
    <message>
        <source>Remove %1 from the queue</source>
        <translation>%1 aus der Warteschlange entfernen</translation>
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
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Add a station…</source>
        <translation>Sender hinzufügen…</translation>
    </message>
    <message>
        <source>No stations yet. Add the address of a stream, or drop a playlist of stations onto the window.</source>
        <translation>Noch keine Sender. Die Adresse eines Streams hinzufügen oder eine Wiedergabeliste mit Sendern ins Fenster ziehen.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>RemoveProfileDialog</name>
    <message>
        <source>Delete the profile %1?</source>
        <translation>Das Profil %1 löschen?</translation>
    </message>
    <message>
        <source>Its queue, its history and its radio stations are deleted too, and cannot be brought back.</source>
        <translation>Seine Warteschlange, sein Verlauf und seine Radiosender werden mit gelöscht und lassen sich nicht zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>%n playlist(s) with it.</source>
        <translation>
            <numerusform>Dazu %n Wiedergabeliste.</numerusform>
            <numerusform>Dazu %n Wiedergabelisten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) with it.</source>
        <translation>
            <numerusform>Dazu %n Favorit.</numerusform>
            <numerusform>Dazu %n Favoriten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The music itself stays. Its devices may still come in, as everybody.</source>
        <translation>Die Musik selbst bleibt. Seine Geräte haben weiter Zutritt, als „Alle“.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Send %1 away?</source>
        <translation>%1 den Zutritt entziehen?</translation>
    </message>
    <message>
        <source>It stops at once, and has to be let in again if it is to come back.</source>
        <translation>Es hört sofort auf und muss neu hereingelassen werden, wenn es wiederkommen soll.</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Zutritt entziehen</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Musik wird durchsucht: Datei %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Show which files, and why</source>
        <translation>Zeigen, welche Dateien und warum</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ScanState</name>
    <message>
        <source>Looking through your music: %1 of %2 files</source>
        <translation>Deine Musik wird durchgesehen: %1 von %2 Dateien</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n Album</numerusform>
            <numerusform>%n Alben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchFindings</name>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the track</source>
        <translation>Stelle im Titel</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>Set on the command line.</source>
        <translation>Auf der Befehlszeile gesetzt.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Kept in %1, under the names that the command line has.</source>
        <translation>Gespeichert in %1, unter den Namen der Befehlszeile.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Wiedergabelisten</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Neu hinzugefügt</translation>
    </message>
    <message>
        <source>Recently played</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Meistgehört</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SidebarEntry</name>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>SleepButton</name>
    <message>
        <source>after this track</source>
        <translation>nach diesem Titel</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Schlummerfunktion</translation>
    </message>
    <message>
        <source>Sleep timer: %1</source>
        <translation>Schlummerfunktion: %1</translation>
    </message>
    <message>
        <source>No sleep timer</source>
        <translation>Keine Schlummerfunktion</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>Stop after this track</source>
        <translation>Nach diesem Titel anhalten</translation>
    </message>
</context>
<context>
    <name>SoundSettings</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Abspielen auf</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Audiogerät</translation>
    </message>
    <message>
        <source>Nothing: started with no-audio, this device only controls and follows.</source>
        <translation>Nichts: mit no-audio gestartet, steuert und folgt dieses Gerät nur.</translation>
    </message>
    <message>
        <source>When that device goes away</source>
        <translation>Wenn dieses Gerät verschwindet</translation>
    </message>
    <message>
        <source>Play on another</source>
        <translation>Woanders weiterspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Level loudness (ReplayGain)</source>
        <translation>Lautheit angleichen (ReplayGain)</translation>
    </message>
    <message>
        <source>Off: each track is as loud as its file has it.</source>
        <translation>Aus: Jeder Titel ist so laut wie in seiner Datei.</translation>
    </message>
    <message>
        <source>All tracks are equally loud.</source>
        <translation>Alle Titel sind gleich laut.</translation>
    </message>
    <message>
        <source>An album keeps the differences between its tracks.</source>
        <translation>Ein Album behält die Unterschiede zwischen seinen Titeln.</translation>
    </message>
    <message>
        <source>An album played as such keeps its differences; else all tracks are equally loud.</source>
        <translation>Ein als Album gespieltes Album behält seine Unterschiede, sonst sind alle Titel gleich laut.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Louder or softer by %1 dB</source>
        <translation>Lauter oder leiser um %1 dB</translation>
    </message>
    <message>
        <source>Louder or softer, decibels</source>
        <translation>Lauter oder leiser, Dezibel</translation>
    </message>
    <message>
        <source>Fade each track into the next: off</source>
        <translation>Jeden Titel in den nächsten überblenden: aus</translation>
    </message>
    <message>
        <source>Fade each track into the next: %1 s</source>
        <translation>Jeden Titel in den nächsten überblenden: %1 s</translation>
    </message>
    <message>
        <source>Not within an album, and not while other devices play along.</source>
        <translation>Nicht innerhalb eines Albums und nicht, während andere Geräte mitspielen.</translation>
    </message>
    <message>
        <source>Fade each track into the next, seconds</source>
        <translation>Jeden Titel in den nächsten überblenden, Sekunden</translation>
    </message>
</context>
<context>
    <name>StationDialog</name>
    <message>
        <source>Add a station</source>
        <translation>Sender hinzufügen</translation>
    </message>
    <message>
        <source>Edit the station</source>
        <translation>Sender bearbeiten</translation>
    </message>
    <message>
        <source>Address of the stream, http://…</source>
        <translation>Adresse des Streams, http://…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Sync::Link</name>
    <message>
        <source>The hub is not reachable right now.</source>
        <translation>Der Hub ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The hub has sent this device away (%1). Start Segue again, with a --data-dir of its own.</source>
        <translation>Der Hub hat dieses Gerät abgewiesen (%1). Segue neu starten, mit einem eigenen --data-dir.</translation>
    </message>
    <message>
        <source>The hub at %1 shows another certificate than its address says: %2. Somebody may be in between; or it has a new one, and its window shows a new address.</source>
        <translation>Der Hub unter %1 zeigt ein anderes Zertifikat, als seine Adresse sagt: %2. Vielleicht sitzt jemand dazwischen; oder er hat ein neues, und sein Fenster zeigt eine neue Adresse.</translation>
    </message>
    <message>
        <source>Nobody this device trusts vouches for the certificate of the hub at %1. Join it by an address that ends in #sha256= and the fingerprint its window shows.</source>
        <translation>Niemand, dem dieses Gerät vertraut, bürgt für das Zertifikat des Hubs unter %1. Ihm mit einer Adresse beitreten, die auf #sha256= und den Fingerabdruck endet, den sein Fenster zeigt.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n track(s)</source>
        <translation>
            <numerusform>Tags von %n Titel</numerusform>
            <numerusform>Tags von %n Titeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Album artist</source>
        <translation>Albuminterpret</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Komponist</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Titelnummer</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>CD-Nummer</translation>
    </message>
    <message>
        <source>%1 of %2 files…</source>
        <translation>%1 von %2 Dateien…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>TrackList</name>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>TrackMenu</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>An die Warteschlange</translation>
    </message>
    <message>
        <source>Remove from the favourites</source>
        <translation>Aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>Zu den Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>Tags bearbeiten…</translation>
    </message>
    <message>
        <source>Remove from this playlist</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Add to a playlist</source>
        <translation>Zur Wiedergabeliste</translation>
    </message>
    <message>
        <source>New playlist…</source>
        <translation>Neue Wiedergabeliste…</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not in the library</source>
        <translation>Nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Zum Verschieben ziehen</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>%1 abspielen</translation>
    </message>
    <message>
        <source>%1 · not in the library</source>
        <translation>%1 · nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>Remove %1 from the favourites</source>
        <translation>%1 aus den Favoriten entfernen</translation>
    </message>
    <message>
        <source>Add %1 to the favourites</source>
        <translation>%1 zu den Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Shuffle is on</source>
        <translation>Zufallswiedergabe ist an</translation>
    </message>
    <message>
        <source>Shuffle is off</source>
        <translation>Zufallswiedergabe ist aus</translation>
    </message>
    <message>
        <source>Previous track</source>
        <translation>Voriger Titel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next track</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Repeats this track</source>
        <translation>Wiederholt diesen Titel</translation>
    </message>
    <message>
        <source>Repeats the queue</source>
        <translation>Wiederholt die Warteschlange</translation>
    </message>
    <message>
        <source>Repeat is off</source>
        <translation>Wiederholung ist aus</translation>
    </message>
</context>
<context>
    <name>TvPairing</name>
    <message>
        <source>Ask to let this TV in</source>
        <translation>Um Einlass für diesen Fernseher bitten</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>Fernseher</translation>
    </message>
    <message>
        <source>This TV shows %1</source>
        <translation>Dieser Fernseher zeigt %1</translation>
    </message>
    <message>
        <source>Allow it on your desktop or phone, then press OK</source>
        <translation>Auf Rechner oder Handy erlauben, dann OK drücken</translation>
    </message>
    <message>
        <source>This TV was not let in</source>
        <translation>Dieser Fernseher wurde nicht eingelassen</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>Das hat zu lange gedauert</translation>
    </message>
    <message>
        <source>This TV is let in</source>
        <translation>Dieser Fernseher ist eingelassen</translation>
    </message>
    <message>
        <source>To the music</source>
        <translation>Zur Musik</translation>
    </message>
    <message>
        <source>Begin with it from now on</source>
        <translation>Künftig damit beginnen</translation>
    </message>
</context>
<context>
    <name>VolumeControl</name>
    <message>
        <source>Volume of this device</source>
        <translation>Lautstärke dieses Geräts</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your music is here</source>
        <translation>Deine Musik ist da</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Welcome to Segue</source>
        <translation>Willkommen bei Segue</translation>
    </message>
    <message>
        <source>No music was found in %1.</source>
        <translation>In %1 wurde keine Musik gefunden.</translation>
    </message>
    <message>
        <source>Where is your music?</source>
        <translation>Wo ist deine Musik?</translation>
    </message>
    <message>
        <source>Listen to the music in %1</source>
        <translation>Musik in %1 hören</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
</TS>
