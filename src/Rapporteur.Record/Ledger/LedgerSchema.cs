namespace Rapporteur.Record;

/// <summary>Tables of a ledger file; described in <c>docs/formats/ledger.md</c>.</summary>
internal static class LedgerSchema
{
    /// <summary>Marks the file as a record: "RAPP" in ASCII.</summary>
    internal const int ApplicationId = 0x52415050;

    /// <summary>Version of the tables.</summary>
    internal const int Version = 1;

    // The guard before INSERT stops INSERT OR REPLACE also where recursive_triggers is off.
    internal const string Create = """
        CREATE TABLE ledger (id TEXT NOT NULL, created TEXT NOT NULL);
        CREATE TABLE event (
          sequence INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          ledger TEXT NOT NULL,
          previous TEXT NOT NULL,
          recorded TEXT NOT NULL,
          kind TEXT NOT NULL,
          payload TEXT NOT NULL);
        CREATE TABLE content (
          ref TEXT PRIMARY KEY,
          hash TEXT NOT NULL UNIQUE,
          salt BLOB NOT NULL,
          body BLOB NOT NULL);
        CREATE TABLE document (
          id TEXT PRIMARY KEY,
          reading TEXT NOT NULL,
          event TEXT NOT NULL) WITHOUT ROWID;
        CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
          WHEN EXISTS (SELECT 1 FROM event WHERE sequence = NEW.sequence OR id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER content_no_update BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
        CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger keeps its id'); END;
        CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger keeps its id'); END;
        """;
}
