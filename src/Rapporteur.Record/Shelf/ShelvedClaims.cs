using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The claims of a kept snapshot, each made of the short form of its reading when it is first asked for: threads and positions hold few of them.</summary>
internal sealed class ShelvedClaims : LaterClaims
{
    private readonly Part[] _parts;
    private readonly int[] _first;
    private readonly RecordedClaim?[] _made;
    private readonly Dictionary<int, Ruling> _marks;
    private readonly Lazy<ImmutableArray<RecordedClaim>> _all;
    private readonly Lazy<Dictionary<string, int>> _byId;

    /// <param name="readings">The readings that count, in the order of the record.</param>
    /// <param name="forms">The short forms of their claims, by document; those that have none are taken from the reading.</param>
    /// <param name="keys">Keys of the actors of each document.</param>
    /// <param name="marks">What was ruled on claims, by their places.</param>
    /// <param name="distinct">Whether no id comes twice; else all are made at once.</param>
    internal ShelvedClaims(List<DocumentReading> readings, Dictionary<SourceDocument, CompactReader> forms, Dictionary<SourceDocument, ReadingKeys> keys, Dictionary<int, Ruling> marks, bool distinct)
    {
        (_marks, _parts, _first) = (marks, new Part[readings.Count], new int[readings.Count]);
        var mixed = new List<DocumentReading>();
        var count = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            var (reading, known) = (readings[i], keys[readings[i].Document]);
            var form = forms.TryGetValue(reading.Document, out var there) ? there.Here() : null;
            if (form is null || ClaimForm.Places(form) is not { } places)
            {
                mixed.Add(reading);
                _parts[i] = new(ClaimBook.One(SecondReadings.Without(reading), known));
            }
            else
            {
                _parts[i] = new(reading, known, form, places);
            }

            _first[i] = count;
            count += _parts[i].Count;
        }

        Second = ClaimBook.Of(mixed.Select(SecondReadings.Only), r => keys[r.Document]);
        _made = new RecordedClaim?[count];
        if (!distinct)
        {
            var once = ClaimBook.Once(Array.ConvertAll(_parts, part => Enumerable.Range(0, part.Count).Select(at => part.Make(at, null)).ToArray()));
            (_parts, _first, _made) = ([new(once)], [0], new RecordedClaim?[once.Length]);
        }

        _all = new(MakeAll);
        _byId = new(Ids);
    }

    /// <summary>What only a second reader found.</summary>
    internal ImmutableArray<RecordedClaim> Second { get; }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordedClaim> All => _all.Value;

    /// <summary>The claim at a place.</summary>
    internal RecordedClaim this[int at] => Volatile.Read(ref _made[at]) ?? Make(at, PartOf(at));

    /// <inheritdoc/>
    internal override RecordedClaim? Find(string id) => _byId.Value.TryGetValue(id, out var at) ? this[at] : null;

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
        var claim = _parts[part].Make(at - first, last);
        var ruling = _marks.GetValueOrDefault(at);
        if (!ReferenceEquals(claim.Ruling, ruling)) claim = claim with { Ruling = ruling };
        return Interlocked.CompareExchange(ref _made[at], claim, null) ?? claim;
    }

    private ImmutableArray<RecordedClaim> MakeAll()
    {
        var all = new RecordedClaim[_made.Length];
        Parallel.For(0, _parts.Length, part =>
        {
            for (var i = 0; i < _parts[part].Count; i++) all[_first[part] + i] = Volatile.Read(ref _made[_first[part] + i]) ?? Make(_first[part] + i, part);
        });
        return CompactReader.Frozen(all);
    }

    private Dictionary<string, int> Ids()
    {
        var ids = new Dictionary<string, int>(_made.Length, StringComparer.Ordinal);
        for (var part = 0; part < _parts.Length; part++)
            for (var i = 0; i < _parts[part].Count; i++) ids.TryAdd(_parts[part].Id(i), _first[part] + i);
        return ids;
    }

    // The claims of one reading: made already, or where they stand in its short form.
    private sealed class Part
    {
        private readonly IReadOnlyList<RecordedClaim>? _made;
        private readonly DocumentReading? _reading;
        private readonly ReadingKeys? _keys;
        private readonly CompactReader? _form;
        private readonly int[] _places = [];

        internal Part(IReadOnlyList<RecordedClaim> made) => _made = made;

        internal Part(DocumentReading reading, ReadingKeys keys, CompactReader form, int[] places) => (_reading, _keys, _form, _places) = (reading, keys, form, places);

        internal int Count => _made?.Count ?? _places.Length;

        internal string Id(int at) => _made is not null ? _made[at].Claim.Id : ClaimForm.Id(_form!.At(_places[at]));

        internal RecordedClaim Make(int at, RecordedClaim? last) => _made is not null ? _made[at] : ClaimBook.Beside(last, ClaimForm.Read(_form!.At(_places[at]), _keys), _reading!);
    }
}
