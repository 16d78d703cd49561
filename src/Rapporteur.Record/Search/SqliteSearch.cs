using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rapporteur.Record;

/// <summary>The index in FTS5, without the texts themselves.</summary>
internal sealed class SqliteSearch(Statements sql, SqliteConnection connection) : SearchIndex
{
    // Filled anew by every question.
    private readonly List<long> _numbers = [];

    /// <inheritdoc/>
    internal override bool HoldsPhrases => true;

    /// <inheritdoc/>
    internal override void Add(long number, IndexedWords words)
    {
        sql.Run("INSERT INTO text_index (rowid, words) VALUES (@number, @words)", ("@number", number), ("@words", words.Text));
        for (var i = 0; i < words.Claims.Count; i++)
            sql.Run("INSERT INTO claim_index (rowid, words) VALUES (@number, @words)", ("@number", Claim(number, i)), ("@words", words.Claims[i]));
    }

    /// <inheritdoc/>
    internal override void Remove(long number, IndexedWords words)
    {
        sql.Run("INSERT INTO text_index (text_index, rowid, words) VALUES ('delete', @number, @words)", ("@number", number), ("@words", words.Text));
        for (var i = 0; i < words.Claims.Count; i++)
            sql.Run("INSERT INTO claim_index (claim_index, rowid, words) VALUES ('delete', @number, @words)", ("@number", Claim(number, i)), ("@words", words.Claims[i]));
    }

    /// <inheritdoc/>
    internal override List<long> Texts(SearchQuery query) => Numbers("SELECT rowid FROM text_index WHERE text_index MATCH ?", query);

    /// <inheritdoc/>
    internal override List<long> Claims(SearchQuery query) => Numbers("SELECT rowid FROM claim_index WHERE claim_index MATCH ?", query);

    /// <inheritdoc/>
    internal override void Clear()
    {
        sql.Run("INSERT INTO text_index (text_index) VALUES ('delete-all')");
        sql.Run("INSERT INTO claim_index (claim_index) VALUES ('delete-all')");
    }

    /// <inheritdoc/>
    internal override (Dictionary<long, ulong> Texts, Dictionary<long, ulong> Claims) Sums()
    {
        var closed = Convert.ToInt64(connection.Scalar("PRAGMA query_only"), System.Globalization.CultureInfo.InvariantCulture);
        if (closed != 0) connection.Run("PRAGMA query_only = OFF");
        try
        {
            return (Sums("text_index"), Sums("claim_index"));
        }
        finally
        {
            if (closed != 0) connection.Run("PRAGMA query_only = ON");
        }
    }

    // The table over the index lies outside the file.
    private Dictionary<long, ulong> Sums(string index)
    {
        connection.Run($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{index} USING fts5vocab('main', '{index}', 'instance')");
        var sums = new Dictionary<long, ulong>();
        using var row = sql.Query($"SELECT term, doc, \"offset\" FROM temp.words_of_{index}");
        while (row.Read())
        {
            ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, row.GetInt64(1), out _);
            sum += IndexSums.Of(row.GetString(0), row.GetInt64(2));
        }

        return sums;
    }

    // A common word stands in a great many claims, so that the rows are stepped through without a reader over them.
    private List<long> Numbers(string text, SearchQuery query)
    {
        _numbers.Clear();
        var code = raw.sqlite3_prepare_v2(connection.Handle, text, out var statement);
        using (statement)
        {
            if (code == raw.SQLITE_OK) code = raw.sqlite3_bind_text(statement, 1, Spelled(query));
            while (code == raw.SQLITE_OK && (code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                _numbers.Add(raw.sqlite3_column_int64(statement, 0));
                code = raw.SQLITE_OK;
            }
        }

        SqliteException.ThrowExceptionForRC(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code, connection.Handle);
        return _numbers;
    }

    // Words hold letters and digits only, so that nothing needs escaping.
    private static string Spelled(SearchQuery query) =>
        string.Join(" AND ", query.Terms.Select(term => $"\"{term.Words}\"{(term.IsPrefix ? "*" : "")}"));
}
