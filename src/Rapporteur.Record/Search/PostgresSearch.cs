namespace Rapporteur.Record;

/// <summary>The index in PostgreSQL: sets of words without places, so that phrases are looked at again in the texts.</summary>
internal sealed class PostgresSearch(Statements sql) : SearchIndex
{
    private const int Batch = 500;

    /// <inheritdoc/>
    internal override bool HoldsPhrases => false;

    /// <inheritdoc/>
    internal override void Add(long number, IndexedWords words)
    {
        sql.Run("INSERT INTO text_index (number, words) VALUES (@number, array_to_tsvector(@words))", ("@number", number), ("@words", Distinct(words.Text)));
        for (var first = 0; first < words.Claims.Count; first += Batch)
        {
            var count = Math.Min(Batch, words.Claims.Count - first);
            var (numbers, lines) = (new long[count], new string[count]);
            for (var i = 0; i < count; i++) (numbers[i], lines[i]) = (Claim(number, first + i), string.Join(' ', Distinct(words.Claims[first + i])));
            sql.Run("INSERT INTO claim_index (number, words) SELECT n, array_to_tsvector(array_remove(string_to_array(w, ' '), '')) FROM unnest(@numbers, @lines) AS t (n, w)", ("@numbers", numbers), ("@lines", lines));
        }
    }

    /// <inheritdoc/>
    internal override void Remove(long number, IndexedWords words)
    {
        sql.Run("DELETE FROM text_index WHERE number = @number", ("@number", number));
        sql.Run("DELETE FROM claim_index WHERE number >= @first AND number < @next", ("@first", Claim(number, 0)), ("@next", Claim(number + 1, 0)));
    }

    /// <inheritdoc/>
    internal override List<long> Texts(SearchQuery query) =>
        sql.All("SELECT number FROM text_index WHERE words @@ CAST(@query AS tsquery)", row => row.GetInt64(0), ("@query", Spelled(query)));

    /// <inheritdoc/>
    internal override List<long> Claims(SearchQuery query) =>
        sql.All("SELECT number FROM claim_index WHERE words @@ CAST(@query AS tsquery)", row => row.GetInt64(0), ("@query", Spelled(query)));

    /// <inheritdoc/>
    internal override void Clear()
    {
        sql.Run("DELETE FROM text_index");
        sql.Run("DELETE FROM claim_index");
    }

    /// <inheritdoc/>
    internal override (Dictionary<long, ulong> Texts, Dictionary<long, ulong> Claims) Sums() => (Sums("text_index"), Sums("claim_index"));

    private Dictionary<long, ulong> Sums(string index)
    {
        var sums = new Dictionary<long, ulong>();
        using var row = sql.Query($"SELECT number, tsvector_to_array(words) FROM {index}");
        while (row.Read())
        {
            var sum = 0UL;
            foreach (var word in (string[])row[1]) sum += IndexSums.Of(word, 0);
            if (sum != 0) sums[row.GetInt64(0)] = sum;
        }

        return sums;
    }

    private static string Spelled(SearchQuery query) => string.Join(" & ", query.Terms.SelectMany(term =>
    {
        var words = term.Words.Split(' ');
        return words.Select((word, i) => $"'{word}'{(term.IsPrefix && i == words.Length - 1 ? ":*" : "")}");
    }));

    private static string[] Distinct(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
