using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Plugs;

/// <summary>Checks one claim of an answer against the text: every field is found there, or the claim is refused. Nothing of the answer itself enters the claim
/// but its type and its values from fixed lists; words, actors and dates are those of the text.</summary>
internal sealed class ClaimCheck(AnnotatedDocument document, string origin)
{
    // Not calibrated: how often a model is right that somebody plugs in is not known.
    private const double Confidence = 0.5;
    private const int MostSentences = 3;
    private readonly Dictionary<string, Actor> _actors = document.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);

    /// <summary>The claim; throws <see cref="RefusedException"/>.</summary>
    public Claim Claim(JsonElement said, TextSpan passage)
    {
        if (said.ValueKind != JsonValueKind.Object) throw new RefusedException(Refusal.Malformed);
        if (!EnumSpelling.TryParse<ClaimType>(Required(said, "type"), out var type)) throw new RefusedException(Refusal.UnknownType);
        var quoted = Quote.Find(document.Text, passage, Required(said, "evidence")) ?? throw new RefusedException(Refusal.EvidenceNotInText);
        var evidence = Sentences(quoted);
        var trigger = Quote.Find(document.Text, quoted, Required(said, "trigger")) ?? throw new RefusedException(Refusal.TriggerNotInEvidence);
        var (by, holder) = (Actor(said, "by"), Actor(said, "holder"));
        var time = Words(said, "time", evidence);
        var claim = new Claim
        {
            Id = ClaimKey.Of(document.Source.TextId, type, trigger, evidence),
            Type = type,
            By = by,
            Holder = holder == by || holder == Domain.Actor.Narrator ? null : holder,
            To = [.. Actors(said, "to").Where(to => to != by)],
            Trigger = trigger,
            Evidence = evidence,
            What = type == ClaimType.Statement ? null : Words(said, "what", evidence),
            Polarity = Value(said, "polarity", Polarity.Positive),
            Modality = Value(said, "modality", Modality.Certain),
            Voice = ClaimVoices.Of(document, _actors, by, holder),
            Confidence = Confidence,
            Rule = "second-reader/" + EnumSpelling.Of(type),
            Origin = origin,
        };
        return type switch
        {
            ClaimType.Statement => Statement(claim, Words(said, "what", evidence)),
            ClaimType.Commitment or ClaimType.Threat => claim with { If = Words(said, "if", evidence) },
            ClaimType.Condition => claim with { If = Words(said, "if", evidence) ?? throw new RefusedException(Refusal.FieldMissing), Then = Words(said, "then", evidence) },
            ClaimType.Deadline => claim with { Time = time ?? throw new RefusedException(Refusal.FieldMissing), Due = Date(time), Consequence = Words(said, "consequence", evidence) },
            ClaimType.Meeting => claim with
            {
                Participants = [.. Actors(said, "participants")],
                Form = Optional<MeetingForm>(said, "form"),
                Status = Status(said, ClaimStatus.Floated, ClaimStatus.Denied),
                When = Date(time),
                Where = Words(said, "where", evidence)?.Slice(document.Text),
            },
            ClaimType.Measure => claim with { Status = Status(said, ClaimStatus.Urged, ClaimStatus.Ended) },
            ClaimType.Incident => claim with { When = Date(time), Where = Words(said, "where", evidence)?.Slice(document.Text) },
            ClaimType.Assessment => claim with { About = [.. Actors(said, "about")] },
            _ => claim,
        };
    }

    /// <summary>The key of a claim that differs from another only in who acts.</summary>
    public string Key(Claim claim, string? by) =>
        ClaimKey.Of(document.Source.TextId, claim.Type, claim.Trigger, claim.Evidence, by is null ? "" : _actors.TryGetValue(by, out var actor) ? actor.Name : by);

    private Claim Statement(Claim claim, TextSpan? content)
    {
        if (content is not { } words) throw new RefusedException(Refusal.FieldMissing);
        var marks = words.Start > 0 && words.End < document.Text.Length && document.Text[words.Start - 1] is '"' or '“' && document.Text[words.End] is '"' or '”';
        return claim with { Cue = claim.Trigger, Content = [words], Quoted = marks ? Quotation.Direct : Quotation.Indirect };
    }

    // The whole sentences that the quotation touches.
    private TextSpan Sentences(TextSpan quoted)
    {
        TextSpan? whole = null;
        var count = 0;
        foreach (var sentence in document.Sentences)
        {
            if (!sentence.Span.Overlaps(quoted)) continue;
            whole = whole?.Cover(sentence.Span) ?? sentence.Span;
            count++;
        }

        if (whole is not { } span) throw new RefusedException(Refusal.EvidenceNotInText);
        return count <= MostSentences ? span : throw new RefusedException(Refusal.EvidenceTooLong);
    }

    // The value of the time that the words name, as the rules read it; a model dates nothing.
    private Edtf? Date(TextSpan? words)
    {
        if (words is not { } span) return null;
        foreach (var time in document.Times)
            if (time.Span.Overlaps(span) && time.Date is { } date) return date;
        return null;
    }

    private TextSpan? Words(JsonElement said, string name, TextSpan evidence) =>
        Text(said, name) is { } words ? Quote.Find(document.Text, evidence, words) ?? throw new RefusedException(Refusal.FieldNotInEvidence) : null;

    private string? Actor(JsonElement said, string name) => Text(said, name) is { } words ? ActorOf(words) : null;

    private List<string> Actors(JsonElement said, string name)
    {
        if (!said.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind == JsonValueKind.String) return Actor(said, name) is { } one ? [one] : [];
        if (list.ValueKind != JsonValueKind.Array) throw new RefusedException(Refusal.Malformed);
        var found = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) throw new RefusedException(Refusal.Malformed);
            var id = ActorOf(item.GetString()!.Trim());
            if (!found.Contains(id)) found.Add(id);
        }

        return found;
    }

    // By id, by name, or by words that the text names it with.
    private string ActorOf(string words)
    {
        if (words == Domain.Actor.Narrator || _actors.ContainsKey(words)) return words;
        foreach (var actor in document.Actors)
            if (actor.Name.Equals(words, StringComparison.OrdinalIgnoreCase)) return actor.Id;
        foreach (var mention in document.Mentions)
            if (mention.Kind != MentionKind.Pronoun && document.Text.AsSpan(mention.Span.Start, mention.Span.Length).Equals(words, StringComparison.OrdinalIgnoreCase)) return mention.ActorId;
        throw new RefusedException(Quote.Find(document.Text, new(0, document.Text.Length), words) is null ? Refusal.ActorNotInText : Refusal.ActorUnknown);
    }

    private static ClaimStatus? Status(JsonElement said, ClaimStatus first, ClaimStatus last) =>
        Optional<ClaimStatus>(said, "status") is not { } status ? null
        : status >= first && status <= last ? status
        : throw new RefusedException(Refusal.UnknownValue);

    private static T Value<T>(JsonElement said, string name, T without) where T : struct, Enum => Optional<T>(said, name) ?? without;

    private static T? Optional<T>(JsonElement said, string name) where T : struct, Enum =>
        Text(said, name) is not { } word ? null
        : EnumSpelling.TryParse<T>(word, out var value) ? value
        : throw new RefusedException(Refusal.UnknownValue);

    private static string Required(JsonElement said, string name) => Text(said, name) ?? throw new RefusedException(Refusal.Malformed);

    // Null for a field that is missing, null or empty.
    private static string? Text(JsonElement said, string name)
    {
        if (!said.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new RefusedException(Refusal.Malformed);
        return value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
    }
}
