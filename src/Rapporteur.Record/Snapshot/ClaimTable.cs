using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The claims of a fold or a kept snapshot by their places, each made of the short form of its reading when it is first asked for: threads, positions and disputes rest on few of them,
/// and the marks of all (<see cref="ClaimMark"/>) are at hand.</summary>
internal sealed class ClaimTable : LaterClaims
{
    private readonly ClaimPart[] _parts;
    private readonly int[] _first;
    private readonly RecordedClaim?[] _made;
    private readonly ulong[]?[] _stems;
    private readonly IReadOnlyDictionary<int, Ruling> _ruled;
    private readonly Lazy<Dictionary<string, int>> _byText;
    private readonly Lazy<Dictionary<string, int>> _byId;
    private readonly Lazy<ImmutableArray<RecordedClaim>> _all;
    private readonly Lazy<ClaimMark[]> _marks;

    /// <param name="readings">The readings that count, in the order of the record.</param>
    /// <param name="keys">Keys of the actors of each.</param>
    /// <param name="ruled">What was ruled on claims, by their places; none where it is told by their ids.</param>
    /// <param name="distinct">Whether no id comes twice; null where it is not known.</param>
    /// <param name="byId">What was ruled on claims, by their ids.</param>
    internal ClaimTable(IReadOnlyList<DocumentReading> readings, Func<DocumentReading, ReadingKeys> keys, IReadOnlyDictionary<int, Ruling>? ruled = null, bool? distinct = null, IReadOnlyDictionary<string, Ruling>? byId = null)
    {
        (_parts, _ruled) = (new ClaimPart[readings.Count], ruled ?? ImmutableDictionary<int, Ruling>.Empty);
        Parallel.For(0, _parts.Length, i => _parts[i] = new(readings[i], keys, byId));
        Second = ClaimBook.Of(readings.Where((_, i) => _parts[i].IsMixed).Select(SecondReadings.Only), keys);
        IsDistinct = distinct ?? AreDistinct(readings);
        if (!IsDistinct) _parts = [new(ClaimBook.Once(Array.ConvertAll(_parts, part => Enumerable.Range(0, part.Count).Select(at => part.Make(at, null, default)).ToArray())))];
        (_first, Count) = (new int[_parts.Length], 0);
        for (var i = 0; i < _parts.Length; i++) (_first[i], Count) = (Count, Count + _parts[i].Count);
        (_made, _stems) = (new RecordedClaim?[Count], new ulong[]?[Count]);
        (_all, _byId, _marks) = (new(MakeAll), new(Ids), new(AllMarks));
        _byText = new(() =>
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var at = 0; at < Count; at = End(at)) places.TryAdd(TextId(at), at);
            return places;
        });
    }

    /// <summary>What only a second reader found.</summary>
    internal ImmutableArray<RecordedClaim> Second { get; }

    /// <summary>Whether no id comes twice among the claims of the readings.</summary>
    internal bool IsDistinct { get; }

    /// <inheritdoc/>
    internal override int Count { get; }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordedClaim> All => _all.Value;

    /// <summary>The claim at a place.</summary>
    internal RecordedClaim this[int at] => Volatile.Read(ref _made[at]) ?? Make(at, PartOf(at));

    private RecordedClaim In(int part, int at) => Volatile.Read(ref _made[at]) ?? Make(at, part);

    /// <summary>Those that a person ruled on, in their order.</summary>
    internal IEnumerable<RecordedClaim> Ruled => Enumerable.Range(0, _parts.Length).Where(part => _parts[part].IsMade)
        .SelectMany(part => Enumerable.Range(_first[part], _parts[part].Count).Select(at => this[at])).Where(claim => claim.Ruling is not null);

    /// <summary>Those of some types, in their order.</summary>
    internal IEnumerable<RecordedClaim> OfType(params ClaimType[] types)
    {
        var (wanted, marks) = (Wanted(types), _marks.Value);
        for (var part = 0; part < _parts.Length; part++)
            for (int at = _first[part], end = at + _parts[part].Count; at < end; at++)
                if ((wanted >> (int)marks[at].Type() & 1) != 0) yield return In(part, at);
    }

    /// <summary>Places of those of some types, in their order.</summary>
    internal IEnumerable<ClaimPlace> PlacesOf(params ClaimType[] types)
    {
        var (wanted, marks) = (Wanted(types), _marks.Value);
        for (var at = 0; at < marks.Length; at++)
            if ((wanted >> (int)marks[at].Type() & 1) != 0) yield return new(at);
    }

    /// <summary>The claim at a place.</summary>
    internal RecordedClaim this[ClaimPlace place] => this[place.At];

    /// <summary>Between whom the claim at a place stands; it need not be made for it.</summary>
    internal ClaimSides Sides(ClaimPlace place)
    {
        var part = PartOf(place.At);
        return _parts[part].Sides(place.At - _first[part]);
    }

    /// <summary>The document that says the claim at a place.</summary>
    internal SourceDocument Document(ClaimPlace place) => _parts[PartOf(place.At)].Reading?.Document ?? this[place.At].Document;

    /// <summary>Those that have one of some marks, in their order.</summary>
    internal IEnumerable<RecordedClaim> With(ClaimMark wanted)
    {
        var marks = _marks.Value;
        for (var part = 0; part < _parts.Length; part++)
            for (int at = _first[part], end = at + _parts[part].Count; at < end; at++)
                if ((marks[at] & wanted) != 0) yield return In(part, at);
    }

    /// <summary>Whether a claim of the table has a mark.</summary>
    internal bool Has(RecordedClaim claim, ClaimMark mark) => (_marks.Value[Held(claim)] & mark) != 0;

    /// <summary>Content words of what a claim of the table speaks of.</summary>
    internal ulong[] Stems(RecordedClaim claim) => Stems(new ClaimPlace(Held(claim)));

    /// <summary>Content words of what the claim at a place speaks of.</summary>
    internal ulong[] Stems(ClaimPlace place)
    {
        var at = place.At;
        if (Volatile.Read(ref _stems[at]) is { } known) return known;
        var part = PartOf(at);
        var stems = _parts[part].Stems(at - _first[part]) ?? Record.Stems.Of(Phrases.What(this[at]));
        Volatile.Write(ref _stems[at], stems);
        return stems;
    }

    /// <summary>Those in the sentence of one, itself among them, in their order; of some types, or of all.</summary>
    internal IEnumerable<RecordedClaim> InSentence(RecordedClaim claim, params ClaimType[] types) => Sentence(Held(claim), Wanted(types));

    /// <summary>Those in a sentence of a text, in their order.</summary>
    internal IEnumerable<RecordedClaim> InSentence(string textId, TextSpan sentence)
    {
        if (!_byText.Value.TryGetValue(textId, out var at)) return [];
        var (low, high) = (at, End(at));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].Claim.Evidence.CompareTo(sentence) < 0) low = middle + 1;
            else high = middle;
        }

        return low < End(at) && this[low].Claim.Evidence == sentence ? Sentence(low, Wanted([])) : [];
    }

    /// <summary>Those of one text, in their order; of some types, or of all.</summary>
    internal IEnumerable<RecordedClaim> InText(string textId, params ClaimType[] types)
    {
        if (!_byText.Value.TryGetValue(textId, out var first)) yield break;
        var (wanted, marks) = (Wanted(types), _marks.Value);
        for (int at = first, end = End(first); at < end; at++)
            if ((wanted >> (int)marks[at].Type() & 1) != 0) yield return this[at];
    }

    /// <summary>Place of a claim of the table; -1 for another.</summary>
    internal int PlaceOf(RecordedClaim claim) => claim.Place.At is var at && at >= 0 && at < Count && ReferenceEquals(Volatile.Read(ref _made[at]), claim) ? at : -1;

    /// <inheritdoc/>
    internal override RecordedClaim? Find(string id) => _byId.Value.TryGetValue(id, out var at) ? this[at] : null;

    private int Held(RecordedClaim claim) => PlaceOf(claim) is var at && at >= 0 ? at : throw new ArgumentException("The claim is of another fold.", nameof(claim));

    // A bit for each type; all of them where none is named.
    private static int Wanted(ReadOnlySpan<ClaimType> types)
    {
        if (types.IsEmpty) return ~0;
        var wanted = 0;
        foreach (var type in types) wanted |= 1 << (int)type;
        return wanted;
    }

    private IEnumerable<RecordedClaim> Sentence(int at, int wanted)
    {
        var marks = _marks.Value;
        while ((marks[at] & ClaimMark.SameSentence) != 0) at--;
        do
        {
            if ((wanted >> (int)marks[at].Type() & 1) != 0) yield return this[at];
            at++;
        }
        while (at < marks.Length && (marks[at] & ClaimMark.SameSentence) != 0);
    }

    // Where the claims of the text end that begin at a place.
    private int End(int at)
    {
        var part = PartOf(at);
        if (_parts[part].Reading is not null) return _first[part] + _parts[part].Count;
        var text = TextId(at);
        while (at < Count && TextId(at) == text) at++;
        return at;
    }

    private string TextId(int at) => _parts[PartOf(at)].Reading?.Document.TextId ?? this[at].Document.TextId;

    // Empty parts begin where the next one does.
    private int PartOf(int at)
    {
        var part = Array.BinarySearch(_first, at);
        if (part < 0) part = ~part - 1;
        while (at - _first[part] >= _parts[part].Count) part++;
        return part;
    }

    private RecordedClaim Make(int at, int part)
    {
        // What a neighbour of the same sentence holds is not made twice.
        var (first, last) = (_first[part], at > _first[part] ? Volatile.Read(ref _made[at - 1]) : null);
        var claim = _parts[part].Make(at - first, last, new(at));
        if (_ruled.TryGetValue(at, out var ruling)) claim = claim with { Ruling = ruling };
        else if (!_parts[part].IsMade && claim.Ruling is not null) claim = claim with { Ruling = null };
        return Interlocked.CompareExchange(ref _made[at], claim, null) ?? claim;
    }

    private ImmutableArray<RecordedClaim> MakeAll()
    {
        var all = new RecordedClaim[Count];
        Parallel.For(0, _parts.Length, part =>
        {
            for (var i = 0; i < _parts[part].Count; i++) all[_first[part] + i] = In(part, _first[part] + i);
        });
        return CompactReader.Frozen(all);
    }

    private ClaimMark[] AllMarks()
    {
        var marks = new ClaimMark[Count];
        Parallel.For(0, _parts.Length, part => _parts[part].Marks.CopyTo(marks, _first[part]));
        return marks;
    }

    private Dictionary<string, int> Ids()
    {
        var ids = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var part = 0; part < _parts.Length; part++)
            for (var i = 0; i < _parts[part].Count; i++) ids.TryAdd(_parts[part].Id(i), _first[part] + i);
        return ids;
    }

    /// <summary>Whether no id comes twice among the claims of readings. By a hash of 64 bits: two ids that share one are taken for one, which costs time and changes nothing.</summary>
    internal static bool AreDistinct(IReadOnlyList<DocumentReading> readings)
    {
        using var seen = new KeyTable(readings.Sum(reading => (reading.LaterClaims as ReadingClaims)?.Count ?? (reading.Claims.IsDefault ? 0 : reading.Claims.Length)));
        foreach (var reading in readings)
            if (reading.LaterClaims is ReadingClaims { IsOwnOnly: true } known)
            {
                for (var i = 0; i < known.Count; i++)
                    if (seen.Exchange(known.IdHash(i), 0) >= 0) return false;
            }
            else
            {
                foreach (var claim in reading.Claims.IsDefault ? [] : SecondReadings.Without(reading).Claims)
                    if (seen.Exchange(CompactReader.Hash(System.Text.Encoding.UTF8.GetBytes(claim.Id)), 0) >= 0) return false;
            }

        return true;
    }
}
