using System.Text;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What may not be shown is shown by no command and counted in none: under a limit, each says of a record with a note above it exactly what it says of the record without the note.</summary>
public sealed class LeakTests(LeakTests.Records records) : IClassFixture<LeakTests.Records>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _looks;

    public static TheoryData<string> Calls =>
    [
        "threads", "threads --json", "deadlines", "deadlines --json", "positions", "positions --by-issue", "positions --json", "disputes", "disputes --json", "tallies", "tallies --json",
        "diff --since 2031-03-07 --json", "diff --since 2031-03-07 --mentions", "diff --known-since 2020-01-01 --json", "deadlocks", "deadlocks --json", "whatif --list", "whatif --list --json",
        "search Norway", "search valley", "search Sweden --json", "search boathouse --in texts", "export", "export --as-of 2031-03-20", "export --known-on 2039-01-01",
        "export --format csv", "export --format csv --as-of 2031-03-20", "export --format csv --known-on 2039-01-01", "export --format ics", "export --format plover", "export --format jsonld", "export --format croissant", "export --format atom --since 2031-03-07",
        "watch --today 2031-03-28 --near 9", "watch --today 2031-03-28 --near 9 --json", "rule list", "rule list --json", "forecast table", "packages TALKS", "packages TALKS --json",
    ];

    // What a table and packages are about: the note has a position on it that no article has.
    private const string Issues = """
        title: Talks
        issues:
          - name: Ferry
            key: ferry
            ordered: true
            words: [ferry]
            options:
              - name: None
                words: [no ferry]
              - name: Weekly
                words: [weekly ferry]

        """;

    private const string Packages = """
        title: Talks
        issues:
          - name: Ferry
            options: [None, Weekly]
        parties:
          - name: Norway
            weights: { Ferry: 1 }
            values: { Ferry: { None: 0, Weekly: 1 } }
          - name: Sweden
            weights: { Ferry: 1 }
            values: { Ferry: { None: 1, Weekly: 0 } }

        """;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_is_above_the_limit_changes_no_word(string call)
    {
        var strict = _folder.Write("strict.yaml", "marking: RED\n");
        var expected = await Run(records.Without, call, "--max-marking", "AMBER");
        foreach (var told in new[] { await Run(records.Red, call, "--max-marking", "AMBER"), await Run(records.Unmarked, call, "--max-marking", "AMBER", "--dossier", strict) })
        {
            Assert.Equal(expected, told);
            Assert.DoesNotContain("boathouse", told, StringComparison.OrdinalIgnoreCase);
        }

        // The note is one that the call would tell of.
        if (call != "deadlocks --json") Assert.NotEqual(expected, await Run(records.Red, call));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_form_of_a_brief_holds_a_word_of_it(bool byDossier)
    {
        string[] limit = byDossier ? ["--max-marking", "AMBER", "--dossier", _folder.Write("strict.yaml", "marking: RED\n")] : ["--max-marking", "AMBER"];
        var record = byDossier ? records.Unmarked : records.Red;
        Assert.Equal(0, (await Call.Of(["brief", "--record", record, "--title", "Talks", "-o", _folder.File("with.html"), .. limit])).Code);
        Assert.Equal(0, (await Call.Of(["brief", "--record", records.Without, "--title", "Talks", "-o", _folder.File("without.html"), .. limit])).Code);
        foreach (var form in new[] { ".html", ".md", ".json" })
        {
            var text = File.ReadAllText(_folder.File("with" + form));
            // Not even that something was left out is said.
            Assert.Equal(File.ReadAllText(_folder.File("without" + form)), text);
            foreach (var word in new[] { "boathouse", "salt", "Bergen", "2031-03-30", "30 Mar" }) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, (await Call.Of(["verify", _folder.File("with.json"), "--record", record, .. limit])).Code);
    }

    public static TheoryData<string, string> Briefs()
    {
        var data = new TheoryData<string, string>();
        foreach (var template in (string[])["full", .. BriefTemplate.Shipped.Select(t => t.Name)])
            foreach (var limit in new[] { "CLEAR", "GREEN", "AMBER", "AMBER+STRICT" }) data.Add(template, limit);
        return data;
    }

    [Theory]
    [MemberData(nameof(Briefs))]
    public async Task No_template_tells_a_word_of_it_or_of_a_note_above_the_limit(string template, string limit)
    {
        var notes = _folder.Write("notes.yaml", $"notes:\n  - {{ text: A quiet word in Bergen of the boathouse., author: Olga Storm, date: 2031-03-09, marking: RED }}\n  - {{ text: On salt., author: Olga Storm, date: 2031-03-09, marking: RED, about: {(template == "issue" ? "Ferry" : "Norway")} }}\n");
        string[] call = ["brief", "--template", template, "--title", "Talks", "--dossier", _folder.Write("issues.yaml", Issues), "--max-marking", limit,
            .. template == "changes" ? ["--since", "2031-03-06"] : template == "actor" ? ["--actor", "Norway"] : template == "issue" ? ["--issue", "Ferry"] : Array.Empty<string>()];
        var with = await Call.Of([.. call, "--record", records.Red, "--notes", notes, "-o", _folder.File("with.html")]);
        var without = await Call.Of([.. call, "--record", records.Without, "-o", _folder.File("without.html")]);
        // What no article within the limit names cannot be chosen, with the note as without it.
        Assert.Equal(without.Code, with.Code);
        if (with.Code != 0)
        {
            Assert.Equal(without.Error, with.Error);
            Assert.Contains(limit, (string[])["CLEAR", "GREEN"]);
            return;
        }

        foreach (var form in new[] { ".html", ".md", ".json" })
        {
            Assert.Equal(File.ReadAllText(_folder.File("without" + form)), File.ReadAllText(_folder.File("with" + form)));
            foreach (var word in new[] { "boathouse", "salt", "Bergen", "2031-03-30", "30 Mar", "Storm", "their marking" }) Assert.DoesNotContain(word, File.ReadAllText(_folder.File("with" + form)), StringComparison.OrdinalIgnoreCase);
        }

        // Without the limit the same call tells of it.
        Assert.Equal(0, (await Call.Of([.. call.TakeWhile(a => a != "--max-marking"), .. call.SkipWhile(a => a != "--max-marking").Skip(2), "--record", records.Red, "--notes", notes, "-o", _folder.File("all.html")])).Code);
        Assert.Contains("Storm", File.ReadAllText(_folder.File("all.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bergen")]
    [InlineData("envoys")]
    public async Task A_name_that_only_the_note_has_is_neither_found_nor_offered(string name)
    {
        var refused = await Call.Of("brief", "--record", records.Red, "--template", "actor", "--actor", name, "--max-marking", "AMBER", "-o", _folder.File("b.html"));
        Assert.Equal(2, refused.Code);
        Assert.Equal((await Call.Of("brief", "--record", records.Without, "--template", "actor", "--actor", name, "--max-marking", "AMBER", "-o", _folder.File("b.html"))).Error, refused.Error);
    }

    [Fact]
    public async Task A_brief_of_files_asks_no_second_reader_about_what_the_dossier_marks_red()
    {
        _folder.Write("dossier.yaml", "marking: RED\n");
        var brief = await Call.Of("brief", _folder.Write("note.txt", Records.Secret), "-o", _folder.File("b.html"), "--second-reader", "http://127.0.0.1:9/v1", "--model", "any");
        Assert.Contains("TLP:RED is never handed to a second reader", brief.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lenient_dossier_lets_out_what_bears_none_and_nothing_that_is_marked()
    {
        var lenient = _folder.Write("lenient.yaml", "marking: GREEN\n");
        foreach (var call in new[] { "export", "search Norway", "threads" })
        {
            var told = await Run(records.Unmarked, call, "--max-marking", "GREEN", "--dossier", lenient);
            Assert.Contains("quiet valley", told, StringComparison.Ordinal);
            Assert.DoesNotContain("weekly ferry.", told.Replace("a weekly ferry in", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_merge_leaves_it_behind(bool byDossier)
    {
        string[] limit = byDossier ? ["--max-marking", "AMBER", "--dossier", _folder.Write("strict.yaml", "marking: RED\n")] : ["--max-marking", "AMBER"];
        var partner = _folder.File("partner.db");
        Assert.Contains("withheld", (await Call.Of(["merge", byDossier ? records.Unmarked : records.Red, "--record", partner, .. limit])).Out, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(_folder.Path, "partner.db*"))
            foreach (var word in new[] { "boathouse", "quiet word" }) Assert.DoesNotContain(word, File.ReadAllText(file, Encoding.Latin1), StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", partner)).Code);
        Assert.Contains("weekly ferry", (await Call.Of("export", "--record", partner)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_without_a_limit_tells_nothing_to_one_with_a_limit()
    {
        var record = Copy(records.Red);
        await Call.Of("watch", "--record", record, "--today", "2031-03-20");
        var other = await Call.Of("watch", "--record", record, "--today", "2031-03-20", "--max-marking", "AMBER");
        Assert.Equal((0, ""), (other.Code, other.Out));
        Assert.Equal(2, (await Call.Of("watch", "--record", record, "--look", record + ".look", "--max-marking", "AMBER")).Code);
    }

    [Fact]
    public async Task A_check_of_a_damaged_record_tells_no_word_above_the_limit()
    {
        var record = Copy(records.Red);
        using (var ledger = Ledger.Open(record, LedgerHost.System))
        {
            foreach (var trigger in ledger.Store.Sql.All("SELECT name FROM sqlite_master WHERE type = 'trigger'", row => row.GetString(0))) ledger.Store.Sql.Run($"DROP TRIGGER {trigger}");
            Assert.Equal(1, ledger.Store.Sql.Run("UPDATE body SET bytes = CAST(replace(CAST(bytes AS TEXT), 'quiet valley', 'quaint vale!') AS BLOB) WHERE CAST(bytes AS TEXT) LIKE 'Norway rejected%'"));
        }

        Assert.Contains("valley", (await Call.Of("verify", "--record", record)).Out, StringComparison.Ordinal);
        var check = await Call.Of("verify", "--record", record, "--max-marking", "AMBER");
        Assert.Equal(1, check.Code);
        foreach (var word in new[] { "valley", "vale", "note.txt" }) Assert.DoesNotContain(word, check.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forecast table")]
    [InlineData("packages TALKS --json")]
    public async Task Under_green_no_article_marked_amber_or_not_marked_is_told(string call)
    {
        foreach (var record in new[] { records.Without, records.Red, records.Unmarked })
        {
            var told = await Run(record, call, "--max-marking", "GREEN");
            foreach (var word in new[] { "weekly ferry", "boathouse", "ferry.txt", "note.txt" }) Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<string> Run(string record, string call, params string[] more)
    {
        if (call.StartsWith("forecast", StringComparison.Ordinal) || call.StartsWith("packages", StringComparison.Ordinal))
        {
            var marking = Array.IndexOf(more, "--dossier") is >= 0 and var at ? File.ReadAllText(more[at + 1]) : "";
            more = [.. more.TakeWhile(m => m != "--dossier"), "--dossier", _folder.Write("issues.yaml", marking + Issues)];
            call = call.Replace("TALKS", _folder.Write("talks.yaml", Packages), StringComparison.Ordinal);
        }

        if (call.StartsWith("watch", StringComparison.Ordinal)) more = [.. more, "--look", _folder.File($"{_looks++}.look")];
        var told = await Call.Of([.. call.Split(' '), "--record", record, .. more]);
        return $"{told.Code}\n{told.Out}\n{told.Error}";
    }

    private string Copy(string record)
    {
        var copy = _folder.File("copy.db");
        File.Copy(record, copy);
        return copy;
    }

    /// <summary>Records with and without a note and what was ruled on it.</summary>
    public sealed class Records : IAsyncLifetime, IDisposable
    {
        /// <summary>What the note says.</summary>
        internal const string Secret = "Norway rejected a weekly ferry in the boathouse. Norway gave Sweden until 30 March to leave the quiet valley. If Sweden stays, Norway will impose sanctions on its salt. "
            + "The envoys of Norway and Sweden met in Bergen on 9 March. Norway accused Sweden of wrecking the talks. Norway said it would agree to a ceasefire only after talks are held. Sweden said there will be no ceasefire without talks.\n";

        private readonly TemporaryFolder _folder = new();

        /// <summary>Two articles, one GREEN and one without a marking, and a ruling.</summary>
        public string Without => _folder.File("without.db");

        /// <summary>The same with the note, which is RED.</summary>
        public string Red => _folder.File("red.db");

        /// <summary>The articles marked AMBER and GREEN, and the note without a marking.</summary>
        public string Unmarked => _folder.File("unmarked.db");

        /// <summary>The file of the note.</summary>
        public string Note => _folder.File("note.txt");

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var (one, two) = (_folder.Write("harbour.txt", "TLP:GREEN\n\nNorway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand. The foreign ministers of Norway and Sweden met in Oslo on 6 March.\n"),
                _folder.Write("ferry.txt", "TLP:AMBER\n\nSweden offered Norway a weekly ferry. Norway accepted the weekly ferry. Sweden accused Norway of delay.\n"));
            _folder.Write("note.txt", Secret);
            await Call.Of("add", one, two, "--published", "2031-03-07", "--record", Without);
            await Call.Of("rule", "grade", one, "B2", "--by", "Ada Lind", "--record", Without);
            File.Copy(Without, Unmarked);
            await Call.Of("add", Note, "--published", "2031-03-08", "--record", Unmarked);
            await Call.Of("rule", "note", Note, "a quiet word", "--by", "Ada Lind", "--reason", "of the boathouse", "--record", Unmarked);
            File.Copy(Unmarked, Red);
            await Call.Of("add", Note, "--published", "2031-03-08", "--marking", "RED", "--record", Red);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        /// <inheritdoc/>
        public void Dispose() => _folder.Dispose();
    }
}
