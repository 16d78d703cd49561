namespace Rapporteur.Record;

/// <summary>Brings files with tables of version 1 up to date: there each text had one row with its key, and the chain one ledger.</summary>
internal static class FirstTables
{
    /// <summary>Moves everything into the tables of this version; runs inside a transaction of the caller.</summary>
    internal static void Update(SqliteStore store)
    {
        store.Run("""
            DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER event_no_replace;
            DROP TRIGGER content_no_update; DROP TRIGGER ledger_no_update; DROP TRIGGER ledger_no_delete;
            ALTER TABLE ledger RENAME TO first_ledger;
            ALTER TABLE event RENAME TO first_event;
            ALTER TABLE content RENAME TO first_content;
            DROP TABLE document;
            """);
        store.MakeTables();
        store.Run("""
            INSERT INTO ledger SELECT id, created FROM first_ledger;
            INSERT INTO event (ledger, sequence, id, previous, recorded, kind, payload) SELECT ledger, sequence, id, previous, recorded, kind, payload FROM first_event ORDER BY sequence;
            INSERT INTO content (ref, hash, salt) SELECT ref, hash, salt FROM first_content;
            INSERT INTO body (hash, bytes) SELECT hash, body FROM first_content;
            DROP TABLE first_ledger; DROP TABLE first_event; DROP TABLE first_content;
            """);
        new Projections(store, new ContentStore(store.Sql, _ => [])).Rebuild();
    }
}
