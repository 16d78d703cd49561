using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Reads one annotated claim.</summary>
internal static class GoldClaim
{
    public static Claim Read(JsonElement claim, GoldSpans spans)
    {
        var what = spans.Read(claim, "what");
        var cue = spans.Read(claim, "cue");
        var evidence = spans.Read(claim.GetProperty("evidence"));
        var by = GoldFolder.String(claim, "by");
        var holder = GoldFolder.String(claim, "holder");
        return new()
        {
            Id = claim.GetProperty("id").GetString()!,
            Type = Word<ClaimType>(claim, "type") ?? throw new FormatException("A claim has no type."),
            By = by,
            Holder = holder,
            To = Actors(claim, "to"),
            Trigger = cue ?? what ?? evidence,
            Evidence = evidence,
            Cue = cue,
            Content = Spans(claim, spans),
            Quoted = Word<Quotation>(claim, "quoted"),
            What = what,
            If = spans.Read(claim, "if"),
            Then = spans.Read(claim, "then"),
            Consequence = spans.Read(claim, "consequence"),
            Time = spans.Read(claim, "time"),
            Due = Edtf.Parse(GoldFolder.String(claim, "due")),
            When = Edtf.Parse(GoldFolder.String(claim, "when")),
            Where = GoldFolder.String(claim, "where"),
            Participants = Actors(claim, "participants"),
            About = Actors(claim, "about"),
            Form = Word<MeetingForm>(claim, "form"),
            Status = Word<ClaimStatus>(claim, "status"),
            Kind = GoldFolder.String(claim, "kind"),
            Quantities = Quantities(claim),
            Polarity = GoldFolder.String(claim, "polarity") == "-" ? Polarity.Negative : Polarity.Positive,
            Modality = Word<Modality>(claim, "modality") ?? Modality.Certain,
            Voice = (holder ?? by) is null or Actor.Narrator ? Voice.Reporter : Voice.Party,
            Rule = "gold",
        };
    }

    private static T? Word<T>(JsonElement claim, string name) where T : struct, Enum =>
        GoldFolder.String(claim, name) is { } word
            ? Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
            : null;

    private static ImmutableArray<string> Actors(JsonElement claim, string name) =>
        claim.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(a => a.GetString()!)]
            : [];

    private static ImmutableArray<TextSpan> Spans(JsonElement claim, GoldSpans spans) =>
        claim.TryGetProperty("content", out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(spans.Read)]
            : [];

    private static ImmutableArray<Quantity> Quantities(JsonElement claim) =>
        claim.TryGetProperty("quantities", out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(q => new Quantity(
                decimal.Parse(q.GetProperty("value").GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture),
                GoldFolder.String(q, "unit") ?? "",
                GoldFolder.String(q, "qualifier")))]
            : [];
}
