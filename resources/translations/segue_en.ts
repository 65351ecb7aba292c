<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskingBanner</name>
    <message numerus="yes">
        <source>From %1. %n other(s) wait too.</source>
        <translation>
            <numerusform>From %1. %n other waits too.</numerusform>
            <numerusform>From %1. %n others wait too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentSite</name>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::AdmittedModel</name>
    <message numerus="yes">
        <source>Here %n minute(s) ago</source>
        <translation>
            <numerusform>Here %n minute ago</numerusform>
            <numerusform>Here %n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::BrowseController</name>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::ImportController</name>
    <message numerus="yes">
        <source>The playlist “%1” was added: %n track(s), %2 of them not in the library.</source>
        <translation>
            <numerusform>The playlist “%1” was added: %n track, %2 of them not in the library.</numerusform>
            <numerusform>The playlist “%1” was added: %n tracks, %2 of them not in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::LibraryController</name>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::PersonalController</name>
    <message numerus="yes">
        <source>Remove %n track(s)</source>
        <translation>
            <numerusform>Remove %n track</numerusform>
            <numerusform>Remove %n tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop::TagController</name>
    <message numerus="yes">
        <source>The former tags are back: %n file(s).</source>
        <translation>
            <numerusform>The former tags are back: %n file.</numerusform>
            <numerusform>The former tags are back: %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags were written: %n file(s).</source>
        <translation>
            <numerusform>Tags were written: %n file.</numerusform>
            <numerusform>Tags were written: %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MusicSettings</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::Failures</name>
    <message numerus="yes">
        <source>“%1” is damaged in %n place(s), first near %2: what was there cannot be heard.</source>
        <translation>
            <numerusform>“%1” is damaged in %n place, near %2: what was there cannot be heard.</numerusform>
            <numerusform>“%1” is damaged in %n places, first near %2: what was there cannot be heard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::Reasons</name>
    <message numerus="yes">
        <source>it claims to have %n channel(s), so it is damaged.</source>
        <translation>
            <numerusform>it claims to have %n channel, so it is damaged.</numerusform>
            <numerusform>it claims to have %n channels, so it is damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Player::SessionPlayer</name>
    <message numerus="yes">
        <source>Playing has stopped: %n tracks in a row could not be played.</source>
        <translation>
            <numerusform>Playing has stopped: %n track in a row could not be played.</numerusform>
            <numerusform>Playing has stopped: %n tracks in a row could not be played.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveProfileDialog</name>
    <message numerus="yes">
        <source>%n playlist(s) with it.</source>
        <translation>
            <numerusform>%n playlist with it.</numerusform>
            <numerusform>%n playlists with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) with it.</source>
        <translation>
            <numerusform>%n favourite with it.</numerusform>
            <numerusform>%n favourites with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanState</name>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n album</numerusform>
            <numerusform>%n albums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n track(s)</source>
        <translation>
            <numerusform>Tags of %n track</numerusform>
            <numerusform>Tags of %n tracks</numerusform>
        </translation>
    </message>
</context>
</TS>
