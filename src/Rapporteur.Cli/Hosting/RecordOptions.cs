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
        Description = $"The record: a file, or a PostgreSQL database (postgres://user@host/database?record=NAME). Where a record is needed and none is named: {DefaultRecord} in the working folder.",
        HelpName = "FILE|postgres://…",
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

    /// <summary>Path or address of the record.</summary>
    public string PathOf(ParseResult call) => call.GetValue(Record) ?? DefaultRecord;

    public DateOnly? AsOfDay(ParseResult call) => CommonOptions.Day(call.GetValue(AsOf), AsOf.Name);

    public DateOnly? KnownOnDay(ParseResult call) => CommonOptions.Day(call.GetValue(KnownOn), KnownOn.Name);

    public Marking Limit(ParseResult call) =>
        call.GetValue(MaxMarking) is { } label ? SourceArguments.Marking(label, MaxMarking.Name) : Marking.Red;
}
