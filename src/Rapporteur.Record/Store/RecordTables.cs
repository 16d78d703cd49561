namespace Rapporteur.Record;

/// <summary>Tables of a record, in the words that SQLite and PostgreSQL share; described in <c>docs/formats/ledger.md</c>.</summary>
internal static class RecordTables
{
    /// <summary>Version of the tables.</summary>
    internal const int Version = 3;

    /// <summary>Marks a SQLite file as a record: "RAPP" in ASCII.</summary>
    internal const int ApplicationId = 0x52415050;

    /// <summary>What cannot be worked out from anything else.</summary>
    /// <param name="text">Type of a text that is compared byte by byte.</param>
    /// <param name="bytes">Type of bytes.</param>
    internal static string Kept(string text, string bytes) => $"""
        CREATE TABLE ledger (id {text} NOT NULL, created {text} NOT NULL);
        CREATE TABLE event (
          ledger {text} NOT NULL,
          sequence BIGINT NOT NULL,
          id {text} NOT NULL UNIQUE,
          previous {text} NOT NULL,
          recorded {text} NOT NULL,
          kind {text} NOT NULL,
          payload {text} NOT NULL,
          PRIMARY KEY (ledger, sequence));
        CREATE TABLE content (
          ref {text} NOT NULL PRIMARY KEY,
          hash {text} NOT NULL,
          salt {bytes} NOT NULL);
        CREATE INDEX content_hash ON content (hash);
        CREATE TABLE body (
          hash {text} NOT NULL PRIMARY KEY,
          bytes {bytes} NOT NULL);
        CREATE TABLE absent (
          event {text} NOT NULL PRIMARY KEY,
          why {text} NOT NULL CHECK (why IN ('withdrawn', 'marking')));
        """;

    /// <summary>What is worked out from events and contents, and can be thrown away.</summary>
    /// <param name="text">Type of a text that is compared byte by byte.</param>
    /// <param name="number">Type and constraint of a number that the database gives.</param>
    internal static string Derived(string text, string number) => $"""
        CREATE TABLE document (
          number {number},
          id {text} NOT NULL UNIQUE,
          indexed {text} NOT NULL);
        CREATE TABLE version (
          event {text} NOT NULL PRIMARY KEY,
          document {text} NOT NULL,
          recorded {text} NOT NULL,
          published {text} NOT NULL,
          day {text} NOT NULL,
          marking BIGINT NOT NULL,
          source {text} NOT NULL,
          text {text} NOT NULL,
          reading {text} NOT NULL);
        CREATE INDEX version_document ON version (document);
        CREATE TABLE succession (
          earlier {text} NOT NULL,
          later {text} NOT NULL,
          recorded {text} NOT NULL,
          PRIMARY KEY (earlier, later));
        CREATE TABLE standing (
          document {text} NOT NULL,
          since {text} NOT NULL,
          until {text} NOT NULL,
          event {text} NOT NULL,
          PRIMARY KEY (document, since));
        CREATE TABLE tombstone (event {text} NOT NULL PRIMARY KEY, guard {text} NOT NULL);
        """;

    /// <summary>Readings in their short form, and snapshots that were folded before; new in version 3.</summary>
    /// <param name="text">Type of a text that is compared byte by byte.</param>
    /// <param name="bytes">Type of bytes.</param>
    internal static string Shelf(string text, string bytes) => $"""
        CREATE TABLE piece (
          event {text} NOT NULL PRIMARY KEY,
          fold {text} NOT NULL,
          bytes {bytes} NOT NULL);
        CREATE TABLE snapshot (
          number BIGINT NOT NULL PRIMARY KEY,
          fold {text} NOT NULL,
          basis {text} NOT NULL,
          as_of {text} NOT NULL,
          known_on {text} NOT NULL,
          marking BIGINT NOT NULL,
          dossier {text} NOT NULL,
          through {text} NOT NULL,
          bytes {bytes} NOT NULL);
        """;

    /// <summary>Finds what was published up to a day without looking at the rest. Made when a snapshot is kept, so that records that were made without it get it, and small ones do without.</summary>
    internal const string ByPublication = "CREATE INDEX IF NOT EXISTS version_published ON version (published, document, event)";

    /// <summary>Stops INSERT OR REPLACE also where recursive_triggers is off.</summary>
    internal const string SqliteReplaceGuard = """
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
          WHEN EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND sequence = NEW.sequence) OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        """;

    /// <summary>The same in version 2, where it looked at every event.</summary>
    internal const string SecondReplaceGuard = """
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
          WHEN EXISTS (SELECT 1 FROM event WHERE (ledger = NEW.ledger AND sequence = NEW.sequence) OR id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        """;

    /// <summary>Refuses changes to what is append-only, in SQLite.</summary>
    internal const string SqliteGuards = SqliteReplaceGuard + "\n" + """
        CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER content_no_update BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
        CREATE TRIGGER body_no_update BEFORE UPDATE ON body BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger keeps its id'); END;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger keeps its id'); END;
        """;

    /// <summary>The same in PostgreSQL.</summary>
    internal const string PostgresGuards = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
        CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse();
        CREATE TRIGGER content_kept BEFORE UPDATE ON content FOR EACH STATEMENT EXECUTE FUNCTION refuse();
        CREATE TRIGGER body_kept BEFORE UPDATE ON body FOR EACH STATEMENT EXECUTE FUNCTION refuse();
        CREATE TRIGGER ledger_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse();
        """;

    /// <summary>Search over texts and claims in SQLite. No text is kept in the index, only which words stand where; what is taken out is overwritten.</summary>
    internal const string SqliteSearch = """
        CREATE VIRTUAL TABLE text_index USING fts5(words, content='', columnsize=0, tokenize='ascii');
        CREATE VIRTUAL TABLE claim_index USING fts5(words, content='', columnsize=0, tokenize='ascii');
        INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 8388608);
        INSERT INTO claim_index (claim_index, rank) VALUES ('hashsize', 8388608);
        INSERT INTO text_index (text_index, rank) VALUES ('secure-delete', 1);
        INSERT INTO claim_index (claim_index, rank) VALUES ('secure-delete', 1);
        """;

    /// <summary>The same in PostgreSQL.</summary>
    internal const string PostgresSearch = """
        CREATE TABLE text_index (number BIGINT NOT NULL PRIMARY KEY, words tsvector NOT NULL);
        CREATE TABLE claim_index (number BIGINT NOT NULL PRIMARY KEY, words tsvector NOT NULL);
        CREATE INDEX text_words ON text_index USING gin (words);
        CREATE INDEX claim_words ON claim_index USING gin (words);
        """;
}
