using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What claims say in their own words, of whom, and how near to each other in time.</summary>
internal sealed class Sayings(Accounts accounts, ClaimActors mentioned)
{
    private static readonly FrozenSet<string> Negotiations = WordList.Load("negotiation-words.txt");
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \n\r\t.!?”“\"’");

    /// <summary>The words of what the claim is about: its content, what is done; for a meeting the part of the sentence, between marks, that names it.</summary>
    internal static string Own(RecordedClaim claim) =>
        OwnSpans(claim) is var spans && spans is [var only] ? only.Slice(claim.Document.Text) : string.Join(' ', spans.Select(s => s.Slice(claim.Document.Text)));

    /// <summary>A line that names what a claim is about: what is done, else its sentence.</summary>
    internal static string Name(RecordedClaim claim) => claim.Words(claim.Claim.What) ?? claim.Evidence.Quote;

    /// <summary>Whether words name a meeting, or speak of negotiating.</summary>
    internal static bool NameTalks(string words) => ContentWords.NameMeeting(words) || NameNegotiation(words);

    /// <summary>Whether words speak of negotiating or of those who do.</summary>
    internal static bool NameNegotiation(string words) => ContentWords.Of(words).Any(Negotiations.Contains);

    /// <summary>Parties that the claim is directed to or about, or that its own words name.</summary>
    internal HashSet<string> Parties(RecordedClaim claim)
    {
        var parties = claim.Claim.To.Concat(claim.Claim.Participants).Concat(claim.Claim.About).Where(accounts.IsKnown).Select(accounts.Party).ToHashSet(StringComparer.Ordinal);
        foreach (var span in OwnSpans(claim)) parties.UnionWith(Named(claim, span));
        return parties;
    }

    /// <summary>Parties that a stretch of the text of a claim names.</summary>
    internal IEnumerable<string> Named(RecordedClaim claim, TextSpan span) => mentioned.In(claim.Document.TextId, span).Where(accounts.IsKnown).Select(accounts.Party);

    /// <summary>Who says it: the holder, else who does it; null for the reporter and for sources that cannot be told apart.</summary>
    internal string? Speaker(RecordedClaim claim) =>
        (claim.Claim.Holder ?? claim.Claim.By) is { } who && who != Actor.Narrator && accounts.IsKnown(who) && !accounts.IsMedium(who) ? who : null;

    /// <summary>Whether both stand in one text, or in texts whose days are known and not further apart.</summary>
    internal static bool AreNear(RecordedClaim a, RecordedClaim b, int days) => SameText(a, b)
        || (a.Document.Published.Anchor is { } one && b.Document.Published.Anchor is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= days);

    internal static bool SameText(RecordedClaim a, RecordedClaim b) => a.Document.TextId == b.Document.TextId;

    internal static bool SameSentence(RecordedClaim a, RecordedClaim b) => SameText(a, b) && a.Claim.Evidence == b.Claim.Evidence;

    /// <summary>Whether the first claim stands in the sentence right before the other. Where sentences are not known, nothing but marks stands between the two.</summary>
    internal static bool IsRightBefore(RecordedClaim first, RecordedClaim then)
    {
        if (!SameText(first, then)) return false;
        if (then.Before is { } before) return first.Claim.Evidence.Overlaps(before);
        var (end, start) = (first.Claim.Evidence.End, then.Claim.Evidence.Start);
        return end <= start && !then.Document.Text.AsSpan(end, start - end).ContainsAnyExcept(Marks);
    }

    /// <summary>Whether a claim is affirmed, live and sure enough to stand in an account.</summary>
    internal static bool Stands(RecordedClaim claim) =>
        claim.Claim is { Polarity: Polarity.Positive } && claim.Claim.Modality is not (Modality.Hypothetical or Modality.Historical) && Standing.IsSure(claim.Claim);

    private static ImmutableArray<TextSpan> OwnSpans(RecordedClaim claim)
    {
        if (claim.Claim.Type == ClaimType.Meeting) return [Clause(claim)];
        if (!claim.Claim.Content.IsDefaultOrEmpty) return claim.Claim.Content;
        return claim.Claim.What is { } what ? [what] : [claim.Claim.Evidence];
    }

    private static TextSpan Clause(RecordedClaim claim)
    {
        var (text, at, sentence) = (claim.Document.Text, claim.Claim.Trigger, claim.Claim.Evidence);
        if (at.Start < sentence.Start || at.End > sentence.End) return sentence;
        var (start, end) = (at.Start, at.End);
        while (start > sentence.Start && !IsMark(text[start - 1])) start--;
        while (end < sentence.End && !IsMark(text[end])) end++;
        return new(start, end);
    }

    private static bool IsMark(char letter) => letter is ',' or ';' or ':' or '—' or '(' or ')' or '.';
}
