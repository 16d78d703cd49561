using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Puts what people ruled on claims in the place of what was read. A ruled claim outlives a reading that no longer has it.</summary>
internal sealed class ClaimRulings
{
    private readonly List<Decided> _decided = [];
    private readonly Dictionary<string, Ruling> _byClaim = new(StringComparer.Ordinal);

    /// <summary>The readings with the ruled claims.</summary>
    internal List<DocumentReading> Readings { get; private init; } = [];

    internal static ClaimRulings Apply(List<DocumentReading> readings, RulingBook book)
    {
        var applied = new ClaimRulings { Readings = [.. readings] };
        var byText = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        if (book.All("claim").Any())
            for (var i = 0; i < readings.Count; i++)
            {
                if (!byText.TryGetValue(readings[i].Document.TextId, out var at)) byText.Add(readings[i].Document.TextId, at = []);
                at.Add(i);
            }

        foreach (var decision in book.All("claim"))
        {
            var places = decision.Heads.Select(h => h.TextId).OfType<string>().Select(t => byText.GetValueOrDefault(t)).FirstOrDefault(p => p is not null);
            if (places is null) applied._decided.Add(new(decision, RulingStanding.Absent));
            else
                foreach (var (n, at) in places.Index())
                {
                    var decided = applied.Apply(decision, at);
                    if (n == 0) applied._decided.Add(decided);
                }
        }

        return applied;
    }

    /// <summary>The rulings that hold on claims, by their ids.</summary>
    internal IReadOnlyDictionary<string, Ruling> ByClaim => _byClaim;

    /// <summary>The rulings as they stand.</summary>
    internal IEnumerable<AppliedRuling> Report(ClaimTable claims, ActorResolution actors)
    {
        foreach (var decision in _decided)
        {
            var ruled = claims.Find(decision.Of.Key) ?? Recorded(decision.Ruled, decision.Reading, actors);
            foreach (var applied in decision.Of.Applied(decision.Standing, ruled?.Evidence.Quote ?? decision.Of.Key, decision.Reading?.Document.Text ?? ""))
                yield return applied with
                {
                    Claim = ruled,
                    Reading = decision.Standing == RulingStanding.Disagrees ? Recorded(decision.Now, decision.Reading, actors) : null,
                    Fields = decision.Fields,
                };
        }
    }

    private static RecordedClaim? Recorded(Claim? claim, DocumentReading? reading, ActorResolution actors) =>
        claim is null || reading is null ? null : ClaimBook.Recorded(claim, reading, actors.Of(reading));

    private Decided Apply(RulingBook.Decision decision, int at)
    {
        var reading = Readings[at];
        var now = reading.Claims.FirstOrDefault(c => c.Id == decision.Key);
        if (decision.Effective is not { } ruling) return new(decision, RulingStanding.Conflict, now, now, reading);
        var payload = RulingPayload.Parse(ruling.Payload, reading.Document.Text);
        if (payload is null || (payload.Claim is null && ruling.Verdict != Verdict.Reject)) return new(decision, RulingStanding.Absent, Reading: reading);
        var binding = new ActorBinding(reading, payload.Actors);
        var read = payload.Read is { } had ? binding.Of(had) : null;
        var changed = now is not null && (read is null || !ClaimDifference.Fields(read, now).IsEmpty);
        if (ruling.Verdict == Verdict.Reject)
        {
            Readings[at] = reading with { Claims = [.. reading.Claims.Where(c => c.Id != decision.Key)] };
            return changed && read is not null
                ? new(decision, RulingStanding.Disagrees, read, now, reading, ClaimDifference.Fields(read, now!))
                : new(decision, RulingStanding.Stands, read ?? now, null, reading);
        }

        var ruled = binding.Of(payload.Claim!) with { Id = decision.Key, Confidence = 1, Origin = null };
        var actors = binding.Actors;
        Readings[at] = reading with { Actors = actors, Claims = Replaced(reading.Claims, ruled) };
        _byClaim[decision.Key] = ruling;
        var fields = now is null ? (ruling.Verdict == Verdict.Add ? [] : (ImmutableArray<string>)["claim"]) : changed ? ClaimDifference.Fields(ruled, now) : [];
        return new(decision, fields.IsEmpty ? RulingStanding.Stands : RulingStanding.Disagrees, ruled, now, Readings[at], fields);
    }

    private static ImmutableArray<Claim> Replaced(ImmutableArray<Claim> claims, Claim ruled)
    {
        var at = -1;
        for (var i = 0; i < claims.Length && at < 0; i++)
            if (claims[i].Id == ruled.Id) at = i;
        return at < 0 ? [.. claims.Add(ruled).OrderBy(c => c.Evidence).ThenBy(c => c.Trigger).ThenBy(c => c.Type).ThenBy(c => c.Id, StringComparer.Ordinal)] : claims.SetItem(at, ruled);
    }

    private sealed record Decided(
        RulingBook.Decision Of, RulingStanding Standing, Claim? Ruled = null, Claim? Now = null, DocumentReading? Reading = null, ImmutableArray<string> Changed = default)
    {
        internal ImmutableArray<string> Fields => Changed.IsDefault ? [] : Changed;
    }
}
