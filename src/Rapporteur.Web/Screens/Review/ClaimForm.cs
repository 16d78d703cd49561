using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>A field of a claim as a form shows it.</summary>
/// <param name="Name">Its name in the interchange format.</param>
/// <param name="Label">How it is called.</param>
/// <param name="Value">What it reads now, in words that the form takes back.</param>
/// <param name="Choices">What it can be, where that is listed; empty for words.</param>
/// <param name="Hint">What to write; null where the label says it.</param>
public sealed record ClaimField(string Name, string Label, string Value, ImmutableArray<string> Choices, string? Hint);

/// <summary>Which fields a type of claim has, and how they are written in a form.</summary>
internal static class ClaimForm
{
    private const string ActorHint = "A name of the record, or person:, state:, organisation: or group: before a new name; several with semicolons.";
    private const string WordsHint = "Words of the text to the letter, or START-END.";
    private static readonly ImmutableArray<string> Common = ["by", "holder", "to"];
    private static readonly ImmutableArray<string> Ends = ["polarity", "modality", "voice"];

    /// <summary>The fields of a claim.</summary>
    /// <param name="claim">The claim, with keys of the record in its actor fields.</param>
    /// <param name="text">The text of its document.</param>
    /// <param name="snapshot">The record, for names.</param>
    public static ImmutableArray<ClaimField> Fields(Claim claim, string text, RecordSnapshot snapshot) => [.. Names(claim.Type).Select(name => Field(name, Value(claim, name, text, snapshot)))];

    /// <summary>The fields of a type, empty.</summary>
    public static ImmutableArray<ClaimField> Fields(ClaimType type) => [.. Names(type).Select(name => Field(name, ""))];

    private static IEnumerable<string> Names(ClaimType type) => [.. Common, .. Own(type), .. Ends];

    private static ImmutableArray<string> Own(ClaimType type) => type switch
    {
        ClaimType.Statement => ["cue", "content", "quoted"],
        ClaimType.Commitment or ClaimType.Threat => ["what", "if"],
        ClaimType.Condition => ["if", "then"],
        ClaimType.Deadline => ["what", "due", "time", "consequence"],
        ClaimType.Meeting => ["participants", "form", "status", "when", "where", "level", "format"],
        ClaimType.Measure => ["what", "kind", "status", "quantities"],
        ClaimType.Incident => ["what", "kind", "when", "where", "quantities"],
        ClaimType.Assessment => ["about", "what"],
        _ => ["what"],
    };

    private static ClaimField Field(string name, string value) => new(name, Label(name), value, Choices(name), name switch
    {
        "by" or "holder" or "to" or "participants" or "about" => ActorHint,
        "what" or "if" or "then" or "consequence" or "time" or "cue" or "content" => WordsHint,
        "due" or "when" => "A day or interval, such as 2025-08-22 or 2025-08-20/2025-08-24.",
        "quantities" => "Numbers with their units, such as 574 drones; 40 missiles.",
        _ => null,
    });

    private static string Label(string name) => name switch
    {
        "by" => "By whom",
        "holder" => "By whose word",
        "to" => "To whom",
        "if" => "If",
        "then" => "Then",
        "when" => "When",
        "where" => "Where",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };

    private static ImmutableArray<string> Choices(string name) => name switch
    {
        "form" => ["", .. EnumSpelling.All<MeetingForm>()],
        "level" => ["", .. EnumSpelling.All<MeetingLevel>()],
        "format" => ["", .. EnumSpelling.All<MeetingFormat>()],
        "status" => ["", .. EnumSpelling.All<ClaimStatus>()],
        "quoted" => ["", .. EnumSpelling.All<Quotation>()],
        "polarity" => [.. EnumSpelling.All<Polarity>()],
        "modality" => [.. EnumSpelling.All<Modality>()],
        "voice" => [.. EnumSpelling.All<Voice>()],
        _ => [],
    };

    private static string Value(Claim claim, string name, string text, RecordSnapshot snapshot)
    {
        return name switch
        {
            "by" => Actors(claim.By is { } by ? [by] : []),
            "holder" => Actors(claim.Holder is { } holder ? [holder] : []),
            "to" => Actors(claim.To),
            "participants" => Actors(claim.Participants),
            "about" => Actors(claim.About),
            "what" => Words(claim.What),
            "if" => Words(claim.If),
            "then" => Words(claim.Then),
            "consequence" => Words(claim.Consequence),
            "time" => Words(claim.Time),
            "cue" => Words(claim.Cue),
            "content" => string.Join("; ", claim.Content.Select(s => Words(s))),
            "due" => claim.Due?.Value ?? "",
            "when" => claim.When?.Value ?? "",
            "where" => claim.Where ?? "",
            "kind" => claim.Kind ?? "",
            "form" => Spelled(claim.Form),
            "level" => Spelled(claim.Level),
            "format" => Spelled(claim.Format),
            "status" => Spelled(claim.Status),
            "quoted" => Spelled(claim.Quoted),
            "polarity" => EnumSpelling.Of(claim.Polarity),
            "modality" => EnumSpelling.Of(claim.Modality),
            "voice" => EnumSpelling.Of(claim.Voice),
            "quantities" => string.Join("; ", claim.Quantities.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Value} {q.Unit}"))),
            _ => "",
        };

        string Words(TextSpan? span) => span is { } s ? s.Slice(text).Replace('\n', ' ') : "";
        string Actors(ImmutableArray<string> keys) => string.Join("; ", keys.Select(k => k == Actor.Narrator ? k : snapshot.NameOf(k)));
    }

    private static string Spelled<T>(T? value) where T : struct, Enum => value is { } v ? EnumSpelling.Of(v) : "";
}
