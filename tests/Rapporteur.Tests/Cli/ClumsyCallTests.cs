using Rapporteur.Cli;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Calls of the models, packages and questions as a new user gets them wrong: each ends with exit code 2 and a sentence that says what to do.</summary>
public sealed class ClumsyCallTests : IDisposable
{
    private static readonly string River = Repository.File("docs", "guide", "forecast", "river.csv");
    private static readonly string Talks = Repository.File("docs", "guide", "packages", "river-talks.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("forecast")]
    [InlineData("packages")]
    [InlineData("question list --ledger")]
    public async Task A_folder_in_place_of_a_file_is_called_a_folder(string call) =>
        await Refused("is a folder; name", [.. call.Split(' '), _folder.Path]);

    [Theory]
    [InlineData("forecast")]
    [InlineData("packages")]
    [InlineData("question list --ledger")]
    public async Task A_file_that_is_not_there_is_named(string call) =>
        await Refused("is not there; ", [.. call.Split(' '), _folder.File("none")]);

    [Theory]
    [InlineData("forecast")]
    [InlineData("packages")]
    public async Task Bytes_that_are_no_text_are_not_shown(string command)
    {
        File.WriteAllBytes(_folder.File("bytes"), [0x1B, 0x5B, 0x32, 0x4A, 0xFF, 0x00, 0x07]);
        var call = await Refused("is no text in UTF-8; name", command, _folder.File("bytes"));
        Assert.DoesNotContain('\u001b', call.Error);
    }

    [Fact]
    public async Task A_file_that_is_none_of_questions_is_refused_in_one_sentence()
    {
        var call = await Refused("is no file of questions", "question", "list", "--ledger", River);
        Assert.Single(call.Error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e16")]
    [InlineData("NaN")]
    public async Task Numbers_too_great_for_sums_are_refused(string capability)
    {
        var call = await Call.With($"actor,capability,position,salience\nA,{capability},2,0.5\nB,{capability},3,0.5\n", "forecast", "-", "--model", "condorcet");
        Assert.Equal(2, call.Code);
        Assert.Contains("row 2, column capability", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packages.yaml", "issues:\n  - name: I\n    options: [a, a]\nparties:\n  - name: P\n    weights: { I: 1 }\n    values: { I: { a: 1 } }\n", "twice.")]
    [InlineData("table.csv", "actor,capability,position,salience\nA,0,2,0.5\n", "both capability and salience")]
    public async Task No_message_names_an_argument_of_the_code(string name, string text, string expected)
    {
        var call = await Refused(expected, name.EndsWith("csv", StringComparison.Ordinal) ? "forecast" : "packages", _folder.Write(name, text));
        Assert.DoesNotContain("Parameter", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        await Refused("--draws takes a whole number from 1", "forecast", River, "--draws", "0");
        await Refused("--flip takes a number", "forecast", River, "--flip", "NaN");
        await Refused("--flip-by takes a number above 0", "forecast", River, "--flip-by", "NaN");
        await Refused("not both", "forecast", River, "--flip", "50", "--flip-by", "5");
        await Refused("takes no table of stakeholders", "forecast", River, "coercion");
        await Refused("gives p twice", "forecast", "coercion", "fearon", "--set", "p=.2", "--set", "p=.4");
        await Refused("--csv takes a model", "forecast", "coercion", "--csv");
        await Refused("name it with --record", "packages", Talks, "--max-marking", "GREEN");
        await Refused("its folder is not there; make it first", "packages", Talks, "--svg", _folder.File("none/x.svg"));
        await Refused("its folder is not there; make it first", "question", "add", "Q?", "--rule", "R", "--closes", "2040-01-01", "--by", "A. Lind", "--ledger", _folder.File("none/q.ndjson"));
        await Refused("has no deu3-actors.csv", "forecast", "deu", _folder.Path);
    }

    [Fact]
    public async Task A_hint_names_the_whole_command_and_no_type_of_the_code()
    {
        var call = await Refused("Try: rapporteur forecast deu --help", "forecast", "deu");
        Assert.Equal(2, call.Code);
        Assert.DoesNotContain("System.", (await Refused("as a whole number", "forecast", River, "--draws", "x")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_told()
    {
        using var error = new StringWriter();
        var disk = new FullDisk();
        await using var results = new StreamWriter(disk, bufferSize: 1 << 16);
        Assert.Equal(1, await RapporteurProgram.RunAsync(["models", "fearon"], new(() => Stream.Null, results, error), TestContext.Current.CancellationToken));
        disk.IsFull = false;
        Assert.Contains("could not be written", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_can_come_from_standard_input() =>
        Assert.Equal((await Call.Of("packages", Talks)).Out, (await Call.With(await File.ReadAllTextAsync(Talks, TestContext.Current.CancellationToken), "packages", "-")).Out);

    [Fact]
    public async Task A_forecast_says_that_it_tells_what_follows_and_not_what_will_happen()
    {
        Assert.Contains("not what will happen", (await Call.Of("forecast", River)).Out, StringComparison.Ordinal);
        var coercion = (await Call.Of("forecast", "coercion", "fearon")).Out;
        Assert.StartsWith("fearon: Bargaining range", coercion, StringComparison.Ordinal);
        Assert.Contains("not what will happen", coercion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@SUM(1,2)")]
    [InlineData("-1+cmd|x,y")]
    public void A_name_that_a_spreadsheet_would_run_is_no_formula_in_a_table(string name)
    {
        using var text = new StringWriter();
        StakeholderCsvText.Write(text, "Talks", new([("k", new("K", 0, 1))], [new(name, "k")], [], null));
        Assert.Contains($"\"'{name}\",,k,,,", text.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Call> Refused(string expected, params string[] call)
    {
        var told = await Call.Of(call);
        Assert.Equal(2, told.Code);
        Assert.Contains(expected, told.Error, StringComparison.Ordinal);
        return told;
    }

    // A disk on which nothing more can be written.
    private sealed class FullDisk : MemoryStream
    {
        public bool IsFull { get; set; } = true;

        public override void Write(byte[] buffer, int offset, int count) => Refuse();

        public override void Write(ReadOnlySpan<byte> buffer) => Refuse();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Refuse();
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Refuse();
            return ValueTask.CompletedTask;
        }

        private void Refuse()
        {
            if (IsFull) throw new IOException("No space left on device");
        }
    }
}
