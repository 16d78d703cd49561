using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The claims of one reading in the order of the record: made already, or where they stand in its short form.</summary>
internal sealed class ClaimPart
{
    private readonly IReadOnlyList<RecordedClaim>? _made;
    private readonly ReadingClaims? _short;
    private readonly Lazy<ReadingKeys>? _keys;
    private ClaimMark[]? _marks;

    /// <summary>Claims that are made.</summary>
    internal ClaimPart(IReadOnlyList<RecordedClaim> made) => _made = made;

    /// <param name="reading">The reading.</param>
    /// <param name="keys">Keys of its actors.</param>
    /// <param name="ruled">What was ruled on claims; those are never in a short form.</param>
    internal ClaimPart(DocumentReading reading, Func<DocumentReading, ReadingKeys> keys, IReadOnlyDictionary<string, Ruling>? ruled)
    {
        Reading = reading;
        if (reading.LaterClaims is ReadingClaims { IsOwnOnly: true } known)
        {
            (_short, _keys) = (known, new(() => keys(reading)));
            return;
        }

        IsMixed = true;
        var made = reading.Claims.IsEmpty ? [] : ClaimBook.One(SecondReadings.Without(reading), keys(reading));
        if (ruled is { Count: > 0 })
            for (var i = 0; i < made.Length; i++)
                if (ruled.TryGetValue(made[i].Claim.Id, out var ruling)) made[i] = made[i] with { Ruling = ruling };
        _made = made;
    }

    /// <summary>The reading; null for claims of many.</summary>
    internal DocumentReading? Reading { get; }

    /// <summary>Whether a second reader may have had a part in them.</summary>
    internal bool IsMixed { get; }

    /// <summary>Whether they are made.</summary>
    internal bool IsMade => _made is not null;

    internal int Count => _made?.Count ?? _short!.Count;

    /// <summary>Their marks.</summary>
    internal ClaimMark[] Marks => _marks ??= _made is not null ? ClaimMarks.Of(_made) : _short!.Marks;

    internal string Id(int at) => _made is not null ? _made[at].Claim.Id : _short!.Id(at);

    /// <summary>Content words of what one speaks of; null where they were not worked out.</summary>
    internal ulong[]? Stems(int at) => _short?.Stems(at);

    /// <summary>Between whom one stands.</summary>
    internal ClaimSides Sides(int at) => _made is not null ? new(_made[at].Claim.By, _made[at].Claim.To, _made[at].Claim.Polarity) : _short!.Sides(at, _keys!.Value);

    /// <summary>The claim at a place of the part, as the claim of a place of the fold.</summary>
    internal RecordedClaim Make(int at, RecordedClaim? last, ClaimPlace place) =>
        _made is not null ? _made[at] with { Place = place } : ClaimBook.Beside(last, _short!.Read(at, _keys!.Value), Reading!, place);
}
