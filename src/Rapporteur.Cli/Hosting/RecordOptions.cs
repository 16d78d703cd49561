using System.CommandLine;
using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>The options by which a command names a record and how much of it is shown.</summary>
internal sealed class RecordOptions
{
    /// <summary>The record that is used where none is named.</summary>
    public const string DefaultRecord = "rapporteur.db";

    public Option<string?> Record { get; } = new("--record")
    {
        Description = $"The record, a file. Where a record is needed and none is named: {DefaultRecord} in the working folder.",
        HelpName = "FILE",
    };

    public Option<string?> AsOf { get; } = new("--as-of")
    {
        Description = "Speak as of this day: what was published later is left out.",
        HelpName = "DATE",
    };

    public Option<string?> KnownOn { get; } = new("--known-on")
    {
        Description = "Speak as the record stood on this day: what was added later is left out.",
        HelpName = "DATE",
    };

    public Option<string?> MaxMarking { get; } = new("--max-marking")
    {
        Description = "Leave out what is marked above this TLP label; unmarked counts as AMBER.",
        HelpName = "TLP",
    };

    /// <summary>Path of the record; throws <see cref="CallException"/> for a database server, which this version does not speak to.</summary>
    public string PathOf(ParseResult call)
    {
        var path = call.GetValue(Record) ?? DefaultRecord;
        return path.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && path.Contains("://", StringComparison.Ordinal)
            ? throw new CallException("This version keeps records in files; name one with --record FILE.")
            : path;
    }

    public DateOnly? AsOfDay(ParseResult call) => CommonOptions.Day(call.GetValue(AsOf), AsOf.Name);

    public DateOnly? KnownOnDay(ParseResult call) => CommonOptions.Day(call.GetValue(KnownOn), KnownOn.Name);

    public Marking Limit(ParseResult call) =>
        call.GetValue(MaxMarking) is { } label ? SourceArguments.Marking(label, MaxMarking.Name) : Marking.Red;
}
