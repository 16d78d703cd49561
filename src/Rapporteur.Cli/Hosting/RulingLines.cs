using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>A ruling as it stands, in one line.</summary>
internal static class RulingLines
{
    /// <summary>For people.</summary>
    public static string Text(AppliedRuling applied)
    {
        var ruling = applied.Ruling;
        var value = applied.Value is null ? "" : $" {applied.Value}";
        var judged = Judged(ruling) is { } payload ? $" [{string.Join("; ", new[] { payload.Likelihood is { } likely ? "likelihood: " + Yardstick.Of(likely).Words[0] : null, payload.Confidence is { } trust ? "confidence: " + EnumSpelling.Of(trust) : null }.OfType<string>())}]" : "";
        var state = applied.Standing == RulingStanding.Stands ? "" : $" [{EnumSpelling.Of(applied.Standing)}{(applied.Fields.IsEmpty ? "" : ": " + string.Join(", ", applied.Fields))}]";
        var reason = applied.Reason is null ? "" : $" ({applied.Reason})";
        return $"{ruling.Id["sha256:".Length..][..16]} {ruling.Time.UtcDateTime:yyyy-MM-dd} {ruling.Author}: {ruling.Verdict}{value}{judged} – {applied.Subject}{reason}{state}";
    }

    /// <summary>For scripts.</summary>
    public static string Json(AppliedRuling applied) => JsonText.Object(json =>
    {
        json.WriteString("id", applied.Ruling.Id);
        json.WriteString("verdict", applied.Ruling.Verdict);
        json.WriteString("key", applied.Ruling.Key);
        json.WriteString("by", applied.Ruling.Author);
        json.WriteString("time", Ruling.Spelled(applied.Ruling.Time));
        json.WriteString("standing", EnumSpelling.Of(applied.Standing));
        json.WriteString("reason", applied.Reason);
        json.WriteString("value", applied.Value);
        if (Judged(applied.Ruling) is { } judged)
        {
            json.WriteString("likelihood", judged.Likelihood is { } likely ? EnumSpelling.Of(likely) : null);
            json.WriteString("confidence", judged.Confidence is { } trust ? EnumSpelling.Of(trust) : null);
        }

        json.WriteString("subject", applied.Subject);
        json.Strings("fields", applied.Fields);
        json.Strings("against", applied.Against);
    });

    // What a remark judges; null where it judges nothing.
    private static RulingPayload? Judged(Ruling ruling) =>
        ruling.Verdict == Verdict.Note && RulingPayload.Parse(ruling.Payload) is { } payload && (payload.Likelihood is not null || payload.Confidence is not null) ? payload : null;
}
