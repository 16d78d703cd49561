using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The claims of a reading in its short form, with what was worked out beside them when it was written: their marks, and the sketch of the text.</summary>
internal sealed class ReadingClaims : Lazy<ImmutableArray<Claim>>
{
    private readonly CompactReader _from;
    private readonly int[] _places;
    private readonly MarkForm _marks;

    /// <param name="from">Where the claims begin in what was written.</param>
    internal ReadingClaims(CompactReader from)
        : base(() => ClaimForm.Read(from.Here()))
    {
        _from = from;
        var after = from.Here();
        (IsOwnOnly, _places) = ClaimForm.Places(after);
        _marks = new(after);
        if (Marks.Length != (IsOwnOnly ? _places.Length : 0)) throw new FormatException("Marks are missing.");
    }

    /// <summary>Whether no second reader had a part in them; only then can they be read one by one.</summary>
    internal bool IsOwnOnly { get; }

    internal int Count => _places.Length;

    /// <summary>Their marks, in the order of the record.</summary>
    internal ClaimMark[] Marks => _marks.Marks;

    /// <summary>The sketch of the text (<see cref="NearCopies"/>).</summary>
    internal ulong[] Sketch => _marks.Sketch;

    /// <summary>One claim, in the order of the record.</summary>
    internal Claim Read(int at, ReadingKeys keys) => ClaimForm.Read(_from.At(_places[at]), keys);

    /// <summary>Content words of what one speaks of; null where they were not worked out.</summary>
    internal ulong[]? Stems(int at) => _marks.Stems(at);

    internal string Id(int at) => ClaimForm.Id(_from.At(_places[at]));

    internal ulong IdHash(int at) => ClaimForm.IdHash(_from, _places[at]);

    /// <summary>Between whom a claim stands.</summary>
    internal ClaimSides Sides(int at, ReadingKeys keys) => ClaimForm.Sides(_from.At(_places[at]), keys);
}
