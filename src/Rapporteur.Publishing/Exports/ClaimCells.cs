using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Fields of claims as cells of a table.</summary>
/// <param name="snapshot">The record that the claims belong to.</param>
internal sealed class ClaimCells(RecordSnapshot snapshot)
{
    private readonly ActorNames _names = new(snapshot);

    /// <summary>Name of an actor; null where nobody is named.</summary>
    public string? Name(string? key) => key is null ? null : _names.Of(key).Text;

    /// <summary>Names of actors; empty where nobody is named.</summary>
    public string Names(ImmutableArray<string> keys) => keys.IsDefaultOrEmpty ? "" : CsvTable.Several(keys.Select(k => _names.Of(k).Text));

    /// <summary>What a claim is about, in the words of the text: the act or thing, for a statement the words attributed.</summary>
    public static string? What(RecordedClaim recorded) => recorded.Words(recorded.Claim.What) is { } what ? Quoting.Clean(what)
        : recorded.Claim.Content.IsDefaultOrEmpty ? null
        : string.Join(" … ", recorded.Claim.Content.Select(c => Quoting.Clean(c.Slice(recorded.Document.Text))));

    /// <summary>Start and end of a span. Two dots, since a spreadsheet takes <c>3-12</c> for a day and <c>3:12</c> for a time.</summary>
    public static string Span(TextSpan span) => $"{Words.Number(span.Start)}..{Words.Number(span.End)}";

    /// <summary>Spelling of a value of an enumeration; null for null.</summary>
    public static string? Code<T>(T? value) where T : struct, Enum => value is { } known ? EnumSpelling.Of(known) : null;

    /// <summary>Text of others in one line; null for null.</summary>
    public static string? Clean(string? text) => text is null ? null : Quoting.Clean(text);
}
