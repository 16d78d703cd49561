using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What came of reading a fact: the fact, or one sentence on what is wrong and what comes near.</summary>
/// <param name="Fact">The fact; null where it was not understood.</param>
/// <param name="Problem">One sentence; null where it was.</param>
/// <param name="Near">What the words may mean, best first.</param>
public sealed record FactReading(Fact? Fact, string? Problem, ImmutableArray<Handle> Near);

/// <summary>Reads the facts of a scenario. <c>docs/reasoning.md</c> defines the language:
/// <c>[meeting] M1 held|agreed|scheduled|postponed|cancelled [DATE]</c>, <c>[deadline] D2 lapsed|met|withdrawn|extended [DATE]</c>, <c>[commitment] K1 kept|broken</c>,
/// <c>drop C3</c>, <c>N4 [DATE]</c>, <c>not N4</c>, and words instead of a label.</summary>
/// <param name="handles">What may be named.</param>
/// <param name="asOf">The day of the snapshot, which gives dates without a year theirs.</param>
public sealed class FactParser(Handles handles, DateOnly? asOf)
{
    private static readonly string[] Nouns = ["meeting", "deadline", "commitment", "condition", "position", "thing"];
    private static readonly Dictionary<string, ClaimStatus> Meetings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["held"] = ClaimStatus.Held,
        ["agreed"] = ClaimStatus.Agreed,
        ["scheduled"] = ClaimStatus.Scheduled,
        ["postponed"] = ClaimStatus.Postponed,
        ["cancelled"] = ClaimStatus.Cancelled,
        ["canceled"] = ClaimStatus.Cancelled,
    };

    private static readonly Dictionary<string, DeadlineState> Deadlines = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lapsed"] = DeadlineState.Lapsed,
        ["lapses"] = DeadlineState.Lapsed,
        ["passes"] = DeadlineState.Lapsed,
        ["met"] = DeadlineState.Met,
        ["withdrawn"] = DeadlineState.Withdrawn,
        ["extended"] = DeadlineState.Extended,
    };

    private static readonly Dictionary<string, CommitmentState> Commitments = new(StringComparer.OrdinalIgnoreCase) { ["kept"] = CommitmentState.Kept, ["broken"] = CommitmentState.Broken };

    /// <summary>Reads one fact.</summary>
    /// <param name="text">Its words.</param>
    public FactReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var on = TakeDate(words);
        if (words.Count > 1 && Nouns.Contains(words[0], StringComparer.OrdinalIgnoreCase) && handles.Find(words[1]) is not null) words.RemoveAt(0);
        if (words.Count == 0) return Wrong(text, "names nothing");
        var drops = Takes(words, "drop");
        var fails = !drops && (Takes(words, "not") || Takes(words, "no"));
        if (words.Count == 0) return Wrong(text, "names nothing");
        if (handles.Find(words[0]) is { } named) return Named(text, named, words.Count > 1 ? words[^1] : null, drops, fails, on);
        var phrase = string.Join(' ', words);
        return PhraseMatch.Find(phrase, handles, drops) switch
        {
            ([var only], _) => Named(text, only, Verb(only, words), drops, fails, on),
            ([], var near) => new(null, near.IsEmpty ? $"“{phrase}” matches nothing that is known." : $"“{phrase}” matches nothing closely enough; near it:", near),
            (var several, _) => new(null, $"“{phrase}” may mean several:", several),
        };
    }

    private static FactReading Named(string text, Handle handle, string? verb, bool drops, bool fails, DateOnly? on)
    {
        Fact? fact = handle.Kind switch
        {
            HandleKind.Stance => drops || verb is null ? new StanceDropped(text, handle.Key) : null,
            _ when drops => null,
            HandleKind.Meeting when fails => new MeetingBecomes(text, handle.Key, ClaimStatus.Cancelled),
            HandleKind.Meeting => Meetings.TryGetValue(verb ?? "held", out var status) ? new MeetingBecomes(text, handle.Key, status) : null,
            HandleKind.Deadline => Deadlines.TryGetValue(verb ?? "lapsed", out var state) ? new DeadlineBecomes(text, handle.Key, fails && state == DeadlineState.Met ? DeadlineState.Lapsed : state) : null,
            HandleKind.Commitment => Commitments.TryGetValue(verb ?? (fails ? "broken" : "kept"), out var state) ? new CommitmentBecomes(text, handle.Key, state) : null,
            _ => fails || verb is "fails" or "failed" ? new ThingFails(text, handle.Key) : new ThingHolds(text, handle.Key),
        };
        return fact is null
            ? new(null, $"“{text}” does not fit {handle.Label} ({Fits(handle.Kind)}).", [handle])
            : new(fact with { On = on }, null, []);
    }

    private static string Fits(HandleKind kind) => kind switch
    {
        HandleKind.Meeting => "a meeting is held, agreed, scheduled, postponed or cancelled",
        HandleKind.Deadline => "a deadline is lapsed, met, withdrawn or extended",
        HandleKind.Commitment => "a commitment is kept or broken",
        HandleKind.Stance => "a condition or position can be dropped: drop C1",
        _ => "a thing comes about: N1, or does not: not N1",
    };

    // The last word of a phrase is its verb where it fits what the phrase names.
    private static string? Verb(Handle handle, List<string> words) => handle.Kind switch
    {
        HandleKind.Meeting => Meetings.ContainsKey(words[^1]) ? words[^1] : null,
        HandleKind.Deadline => Deadlines.ContainsKey(words[^1]) ? words[^1] : null,
        HandleKind.Commitment => Commitments.ContainsKey(words[^1]) ? words[^1] : null,
        HandleKind.Thing => words[^1] is "fails" or "failed" ? words[^1] : null,
        _ => null,
    };

    private static FactReading Wrong(string text, string what) => new(null, $"“{text}” {what}. A fact is such as: M1 held 2025-12-01; deadline D2 lapsed; drop C3; a ceasefire is agreed.", []);

    private static bool Takes(List<string> words, string word)
    {
        if (words.Count == 0 || !words[0].TrimEnd('s').Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        words.RemoveAt(0);
        return true;
    }

    // "2025-12-01", "1 December 2025" or "1 December" at the end, with or without "on".
    private DateOnly? TakeDate(List<string> words)
    {
        for (var count = 3; count >= 1; count--)
        {
            if (words.Count < count) continue;
            var tail = string.Join(' ', words[^count..]);
            DateOnly? day = DateOnly.TryParseExact(tail, ["yyyy-MM-dd", "d MMMM yyyy", "MMMM d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact
                : asOf is { } today && DateOnly.TryParseExact($"{tail} {today.Year}", ["d MMMM yyyy", "MMMM d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var near) ? (near < today ? near.AddYears(1) : near)
                : null;
            if (day is null) continue;
            words.RemoveRange(words.Count - count, count);
            if (words.Count > 0 && words[^1].Equals("on", StringComparison.OrdinalIgnoreCase)) words.RemoveAt(words.Count - 1);
            return day;
        }

        return null;
    }
}
