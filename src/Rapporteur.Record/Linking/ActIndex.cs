using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims by whose they are, each with the words of its act at hand, so that those of the same act are found fast.</summary>
internal sealed class ActIndex
{
    private readonly Dictionary<string, List<Act>> _bySide = new(StringComparer.Ordinal);
    private readonly Phrases _phrases;

    /// <param name="claims">The claims.</param>
    /// <param name="side">Whose a claim is.</param>
    /// <param name="phrases">Content words of acts.</param>
    internal ActIndex(IEnumerable<RecordedClaim> claims, Func<RecordedClaim, string> side, Phrases phrases)
    {
        _phrases = phrases;
        foreach (var claim in claims)
        {
            var of = side(claim);
            if (!_bySide.TryGetValue(of, out var same)) _bySide.Add(of, same = []);
            same.Add(new(claim, Stems.Signature(phrases.Stems(claim))));
        }
    }

    /// <summary>Those of a side that speak of the same act as a claim (<see cref="Phrases.SameAct"/>) and meet a condition.</summary>
    internal List<RecordedClaim> Of(string side, RecordedClaim act, Func<RecordedClaim, bool> meets)
    {
        List<RecordedClaim>? found = null;
        AddTo(ref found, side, act, meets);
        return found ?? [];
    }

    /// <summary>Adds these to what was found before; null where nothing was.</summary>
    internal void AddTo(ref List<RecordedClaim>? found, string side, RecordedClaim act, Func<RecordedClaim, bool> meets)
    {
        if (!_bySide.TryGetValue(side, out var all)) return;
        var signature = Stems.Signature(_phrases.Stems(act));
        foreach (var other in all)
            if ((signature & other.Signature) != 0 && _phrases.SameAct(other.Claim, act) && meets(other.Claim)) (found ??= []).Add(other.Claim);
    }

    private readonly record struct Act(RecordedClaim Claim, ulong Signature);
}
