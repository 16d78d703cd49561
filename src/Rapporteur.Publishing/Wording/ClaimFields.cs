using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The fields of one claim as parts for a template, in words of its text.</summary>
internal sealed class ClaimFields(RecordedClaim recorded, ActorNames names)
{
    private const int ExcerptLength = 150;
    private readonly Claim _claim = recorded.Claim;

    /// <summary>Parts of a field; empty when the claim does not have it.</summary>
    public ImmutableArray<TextPart> this[string field] => field switch
    {
        "by" => [names.By(_claim.By)],
        "doer" => _claim.By is { } doer and not Actor.Narrator ? [names.Of(doer)] : [],
        "holder" => _claim.Holder is { } holder && holder != _claim.By ? [names.Of(holder)] : [],
        "to" => names.All([.. _claim.To.Where(t => !IsWhat(t))]),
        "about" => names.All(_claim.About),
        "participants" => names.All(_claim.Participants),
        "what" => _claim.What is { } what ? [SaysLittle(recorded, what, names) ? Sentence : Words(what)] : [Excerpt],
        "if" => Optional(_claim.If),
        "then" => _claim.Then is { } then ? [Words(then)] : [Excerpt],
        "consequence" => Optional(_claim.Consequence),
        "time" => Optional(_claim.Time),
        "cue" => (recorded.Words(_claim.Cue) ?? recorded.Words(_claim.Trigger)!) is var cue && cue.Any(char.IsLetter) ? [Parts.Term(cue)] : [],
        "content" => Content,
        "due" => _claim.Due is { IsUnknown: false } due ? [Parts.Date(due)] : [],
        "when" => _claim.When is { IsUnknown: false } when ? [Parts.Date(when)] : [],
        "where" => string.IsNullOrWhiteSpace(_claim.Where) ? [] : [Parts.Term(_claim.Where)],
        "kind" => [.. Kind],
        "form" => [Parts.Plain(Publishing.Words.Of("form", _claim.Form))],
        "level" => _claim.Level is { } level ? [Parts.Plain(Publishing.Words.Of("level", level))] : [],
        "format" => _claim.Format is { } format ? [Parts.Plain(Publishing.Words.Of("format", format))] : [],
        "status" => [Parts.Plain(Publishing.Words.Of("status", _claim.Status))],
        "quantities" => Parts.Quantities(_claim.Quantities),
        "excerpt" => [Excerpt],
        "sentence" => [Sentence],
        _ when field.Split('|') is [var one, var several] => [Parts.Plain(names.IsSeveral(_claim.By) ? several : one)],
        _ => throw new ArgumentException($"No claim has the field '{field}'.", nameof(field)),
    };

    private ImmutableArray<TextPart> Content =>
        _claim.Content.IsEmpty
            ? [Excerpt]
            : _claim.Content.All(IsThin)
            ? [Sentence]
            : [.. _claim.Content.SelectMany((span, i) => i == 0 ? (TextPart[])[Words(span)] : [Parts.Plain(" … "), Words(span)])];

    private IEnumerable<TextPart> Kind =>
        string.IsNullOrWhiteSpace(_claim.Kind)
            ? _claim.Type == ClaimType.Incident ? [Parts.Plain(Publishing.Words.Of("chart.event"))] : []
            : [Parts.Term(_claim.Kind.Replace('_', ' '))];

    // Words of the evidence around the trigger, where the claim has no span of its own to quote.
    private TextPart Excerpt => new(PartKind.Quote, Around(recorded.Document.Text, _claim.Evidence, _claim.Trigger, ExcerptLength));

    // The whole sentence, where the words of a field say too little on their own.
    private TextPart Sentence => new(PartKind.Quote, Around(recorded.Document.Text, _claim.Evidence, _claim.Trigger, Quoting.Longest));

    /// <summary>Whether the words of a field need their sentence: less than two content words beside the names that the line gives anyway.</summary>
    public static bool SaysLittle(RecordedClaim recorded, TextSpan span, ActorNames names)
    {
        if (TellingWords.IsThin(span, recorded.Document.Text)) return true;
        var named = recorded.Claim.To.Append(recorded.Claim.By).OfType<string>().SelectMany(a => TellingWords.Of(names.Of(a).Text)).ToHashSet(StringComparer.Ordinal);
        return TellingWords.Of(span.Slice(recorded.Document.Text)).Count(w => !named.Contains(w) && !(w.EndsWith("'s", StringComparison.Ordinal) && named.Contains(w[..^2]))) < TellingWords.Least;
    }

    // "refuses, towards foreign troops: foreign troops" says one thing twice.
    private bool IsWhat(string actor) => _claim.What is { } what && names.Of(actor).Text.Equals(recorded.Words(what)!.Trim(), StringComparison.OrdinalIgnoreCase);

    private bool IsThin(TextSpan span) => TellingWords.IsThin(span, recorded.Document.Text);

    private TextPart Words(TextSpan span) => Parts.Quote(recorded.Words(span)!);

    private ImmutableArray<TextPart> Optional(TextSpan? span) => span is { IsEmpty: false } s ? [Words(s)] : [];

    private static string Around(string text, TextSpan evidence, TextSpan trigger, int longest)
    {
        var words = Quoting.Tidy(evidence.Slice(text));
        if (words.Length <= longest) return words;
        var lead = evidence.Contains(trigger) ? Quoting.Clean(text[evidence.Start..trigger.Start]).Length : 0;
        var start = Math.Min(Math.Max(0, lead - (longest / 2)), words.Length - longest);
        if (start <= 12) return Quoting.Cut(words, longest);
        var blank = words.IndexOf(' ', start);
        if (blank < 0 || blank > start + 30) return Quoting.Cut(words, longest);
        return "…" + Quoting.Cut(words[(blank + 1)..], longest);
    }
}
