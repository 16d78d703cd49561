using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Tells a claim in a sentence of fewer labels than <see cref="ClaimPhrase"/>: where the words of the source tell who does what, they stand alone.</summary>
internal static class ClaimSentence
{
    // A clause of so many content words tells by itself what it is about.
    private const int Telling = 4;

    /// <summary>The line's parts.</summary>
    public static ImmutableArray<TextPart> Of(RecordedClaim recorded, ActorNames names) => recorded.Claim switch
    {
        { Type: ClaimType.Measure, By: not null } => Measure(recorded, names),
        { Type: ClaimType.Incident, Polarity: Polarity.Positive } => Incident(recorded, names),
        { Type: ClaimType.Meeting } or { By: null } => Sentence(recorded, names),
        _ => Alone(recorded, ClaimPhrase.Of(recorded, Phrasing.Full, names), names),
    };

    private static ImmutableArray<TextPart> Measure(RecordedClaim recorded, ActorNames names)
    {
        var claim = recorded.Claim;
        var fields = new ClaimFields(recorded, names);
        var parts = Template.Fill(Words.Of(claim.Polarity == Polarity.Negative ? "sentence.measure-not" : "sentence.measure") + Holder, field => field switch
        {
            "kind" => [Parts.Plain(string.IsNullOrWhiteSpace(claim.Kind) ? Words.Of("sentence.a-measure") : claim.Kind.Replace('_', ' '))],
            // Whom the quoted words name need not be named before them.
            "to" => [.. names.All([.. claim.To.Where(t => !Names(recorded.Words(claim.What) ?? "", names.Of(t).Text))])],
            _ => fields[field],
        });
        return Alone(recorded, parts, names);
    }

    private static ImmutableArray<TextPart> Incident(RecordedClaim recorded, ActorNames names)
    {
        var what = recorded.Words(recorded.Claim.What);
        var isClause = what is not null && TellingWords.Of(what).Length >= Telling && (recorded.Claim.By is not { } by || by == Actor.Narrator || Names(what, names.Of(by).Text));
        var fields = new ClaimFields(recorded, names);
        return Template.Fill((isClause ? "{what}" : "{sentence}") + Holder, field => fields[field]);
    }

    // The sentence, and before it who says so where it does not name him.
    private static ImmutableArray<TextPart> Sentence(RecordedClaim recorded, ActorNames names)
    {
        var quote = Parts.Quote(recorded.Evidence.Quote);
        return (recorded.Claim.Holder ?? recorded.Claim.By) is { } by && by != Actor.Narrator && !Names(recorded.Evidence.Quote, names.Of(by).Text) ? [names.Of(by), Parts.Plain(": "), quote] : [quote];
    }

    // A line that quotes its whole sentence, and the sentence names who it is: the sentence alone.
    private static ImmutableArray<TextPart> Alone(RecordedClaim recorded, ImmutableArray<TextPart> parts, ActorNames names)
    {
        var quote = Parts.Quote(recorded.Evidence.Quote);
        var whole = parts.Count(p => p.Kind == PartKind.Quote) == 1 && parts.First(p => p.Kind == PartKind.Quote).Text is var told && (told.TrimEnd('.') == quote.Text.TrimEnd('.') || told[0] == '…');
        return whole && recorded.Claim.By is { } by && by != Actor.Narrator && Names(recorded.Evidence.Quote, names.Of(by).Text) ? [quote] : parts;
    }

    private static string Holder => "[" + Words.Of("thread.holder") + "]";

    // Whether words name an actor: by the last word of the name, as news do.
    private static bool Names(string words, string name) => TellingWords.Of(name) is [.., var last] && TellingWords.Of(words).Any(w => w == last || w == last + "'s");
}
