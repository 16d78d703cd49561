using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How a claim is put into a line.</summary>
internal enum Phrasing
{
    /// <summary>With the actor, fit to stand alone.</summary>
    Full,
    /// <summary>Under a heading that names the actor.</summary>
    UnderActor,
}

/// <summary>Puts a claim into words: a template of its type filled with its fields.</summary>
internal static class ClaimPhrase
{
    /// <summary>The line's parts.</summary>
    public static ImmutableArray<TextPart> Of(RecordedClaim recorded, Phrasing phrasing, ActorNames names)
    {
        var fields = new ClaimFields(recorded, names);
        var template = TemplateOf(recorded, phrasing) + Holder;
        return Template.Fill(template, field => fields[field]);
    }

    /// <summary>Labels that a claim carries: hedge, quotation, voice.</summary>
    public static ImmutableArray<Badge> Badges(Claim claim)
    {
        var badges = ImmutableArray.CreateBuilder<Badge>();
        if (claim.Modality != Modality.Certain) badges.Add(Badge(BadgeKind.Hedge, "modality", claim.Modality));
        if (claim is { Type: ClaimType.Statement, Quoted: { } quoted }) badges.Add(Badge(BadgeKind.Quotation, "quotation", quoted));
        badges.Add(Badge(BadgeKind.Voice, "voice", claim.Voice));
        return badges.ToImmutable();
    }

    /// <summary>Labels that a claim of a record carries: those of the claim, and what a person decided about it.</summary>
    public static ImmutableArray<Badge> Badges(RecordedClaim recorded) => recorded.Ruling is { } ruling
        ? [.. Badges(recorded.Claim), new Badge(BadgeKind.Ruling, Quoting.Clean(ruling.Verdict), Words.Fill("ruling.by", ("verdict", Words.Find("verdict." + ruling.Verdict) ?? Quoting.Clean(ruling.Verdict)), ("author", Quoting.Cut(Quoting.Clean(ruling.Author), 40))))]
        : Badges(recorded.Claim);

    /// <summary>A label for a value of an enumeration.</summary>
    public static Badge Badge<T>(BadgeKind kind, string group, T value) where T : struct, Enum =>
        new(kind, Words.Code(value), Words.Of(group, value));

    private static string Holder => "[" + Words.Of("thread.holder") + "]";

    // A condition of which one half says nothing on its own, or both were read from the same words, is told by its whole sentence.
    private static bool IsThinCondition(RecordedClaim recorded) => recorded.Claim.Type == ClaimType.Condition
        && (recorded.Claim.If == recorded.Claim.Then || Thin(recorded.Claim.If, recorded) || Thin(recorded.Claim.Then, recorded));

    private static bool Thin(TextSpan? span, RecordedClaim recorded) => span is not { } s || TellingWords.IsThin(s, recorded.Document.Text);

    private static string TemplateOf(RecordedClaim recorded, Phrasing phrasing)
    {
        var claim = recorded.Claim;
        var not = claim.Polarity == Polarity.Negative ? "-not" : "";
        var type = Words.Code(claim.Type);
        if (claim is { Type: ClaimType.Meeting, Status: null, Polarity: Polarity.Negative }) type = "meeting-untold";
        if (IsThinCondition(recorded)) type = "condition-whole";
        if (phrasing == Phrasing.UnderActor)
        {
            if (claim.Type is ClaimType.Demand or ClaimType.Offer or ClaimType.Acceptance or ClaimType.Rejection) type = "position";
            if (Words.Find($"brief-line.{type}{not}") is { } brief) return brief;
        }

        return Words.Of($"line.{type}{not}");
    }
}
