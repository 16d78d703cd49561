using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>The arguments and options by which a command names sources: <c>PATH… --published --marking --world</c>.</summary>
internal sealed class SourceArguments
{
    private readonly WorldOption _world = new();

    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files or folders; '-' takes documents as NDJSON on standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string?> Published { get; } = new("--published")
    {
        Description = "Publication date for texts that have none (2025-08-22), or a CSV file with the columns file,published.",
        HelpName = "DATE|FILE.csv",
    };

    public Option<string?> Marked { get; } = new("--marking")
    {
        Description = "TLP label of the sources (CLEAR, GREEN, AMBER, AMBER+STRICT, RED). A stricter one in a source wins.",
        HelpName = "TLP",
    };

    public Option<bool> Best { get; } = new("--best") { Description = "Parse sentences by the accurate model, which is slower (docs/syntax.md)." };

    /// <summary>The second reader.</summary>
    public SecondReaderArguments Second { get; } = new();

    public void AddTo(Command command)
    {
        Paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-') result.AddError($"There is no option {token.Value}. A file of that name is written ./{token.Value}");
        });
        command.Add(Paths);
        command.Add(Published);
        command.Add(Marked);
        command.Add(Best);
        command.Add(_world.World);
        Second.AddTo(command);
    }

    /// <summary>The sources of a call, read as they are asked for; throws <see cref="CallException"/> for options that cannot be understood.</summary>
    /// <param name="call">The call.</param>
    /// <param name="terminal">Where standard input comes from.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="unmarked">Marking of sources that bear none.</param>
    public IEnumerable<SourceResult> Open(ParseResult call, Terminal terminal, CancellationToken cancel, Marking unmarked = Domain.Marking.Unmarked)
    {
        var paths = call.GetValue(Paths) ?? [];
        if (paths.Length == 0) throw new CallException($"Name at least one file or folder, or '-' for standard input. Try: rapporteur {call.CommandResult.Command.Name} --help");
        return new SourceReader(Options(call)).Read(paths, paths.Contains("-") ? terminal.Input() : null, cancel)
            .Select(source => source.Document is { Marking: Domain.Marking.Unmarked } document ? source with { Document = document with { Marking = unmarked } } : source);
    }

    /// <summary>The reader of a call; throws <see cref="CallException"/> for world files that cannot be used.</summary>
    public ReadingPipeline Reader(ParseResult call) => Second.Extend(_world.Load(call, call.GetValue(Best)), call);

    /// <summary>The parser of a call alone.</summary>
    public ReadingPipeline Parser(ParseResult call) => ReadingPipeline.LoadParser(DataFolder.Shipped, call.GetValue(Best));

    /// <summary>What the call says about its sources; throws <see cref="CallException"/> where it cannot be understood.</summary>
    public SourceOptions Options(ParseResult call)
    {
        var options = new SourceOptions { Marking = Marking(call.GetValue(Marked), Marked.Name) };
        if (call.GetValue(Published) is not { } published) return options;
        if (Edtf.Parse(published) is { IsUnknown: false } date) return options with { Published = date };
        if (!File.Exists(published)) throw new CallException($"--published takes a date such as 2025-08-22 or a CSV file with the columns file,published; '{published}' is neither.");
        try
        {
            return options with { PublishedByFile = PublishedDates.Load(published) };
        }
        catch (FormatException wrong)
        {
            throw new CallException(wrong.Message);
        }
    }

    /// <summary>Reads a TLP label; throws <see cref="CallException"/> for one that is none.</summary>
    public static Marking Marking(string? label, string option) =>
        label is null ? Domain.Marking.Unmarked
        : MarkingWords.Parse(label) is { } marking ? marking
        : throw new CallException($"{option} takes CLEAR, GREEN, AMBER, AMBER+STRICT or RED, not '{label}'.");
}
