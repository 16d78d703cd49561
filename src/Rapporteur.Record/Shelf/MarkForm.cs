using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What is worked out of a reading alone, and kept with its short form so that a fold need not look at all its words: the marks of its claims, the content words of what acts are about,
/// the sketch of its text.</summary>
internal sealed class MarkForm
{
    private readonly CompactReader _stems;
    private readonly int[] _first;

    /// <param name="from">Where they begin.</param>
    internal MarkForm(CompactReader from)
    {
        Marks = new ClaimMark[from.Count()];
        for (var i = 0; i < Marks.Length; i++) Marks[i] = (ClaimMark)from.Number();
        _first = new int[Marks.Length + 1];
        for (var i = 1; i < _first.Length; i++) _first[i] = _first[i - 1] + from.Count();
        Sketch = from.FixedMany(from.Count());
        _stems = from.Here();
    }

    /// <summary>Marks of the claims, in the order of the record.</summary>
    internal ClaimMark[] Marks { get; }

    /// <summary>The sketch of the text (<see cref="NearCopies"/>).</summary>
    internal ulong[] Sketch { get; }

    /// <summary>Content words of what a claim speaks of; null where they were not worked out.</summary>
    internal ulong[]? Stems(int at) => HasStems(Marks[at].Type()) ? _stems.FixedBehind(_first[at] * sizeof(ulong), _first[at + 1] - _first[at]) : null;

    internal static void Write(CompactWriter to, DocumentReading reading)
    {
        var claims = reading.Claims.IsDefault || reading.Claims.All(claim => claim.Origin is null) ? ClaimBook.One(reading, null) : [];
        var marks = ClaimMarks.Of(claims);
        to.Number(marks.Length);
        foreach (var mark in marks) to.Number((int)mark);
        var stems = Array.ConvertAll(claims, claim => HasStems(claim.Claim.Type) ? Record.Stems.Of(Phrases.What(claim)) : []);
        foreach (var some in stems) to.Number(some.Length);
        var sketch = NearCopies.Sketch(reading.Document);
        to.Number(sketch.Length);
        foreach (var run in sketch) to.Fixed(run);
        foreach (var some in stems)
            foreach (var stem in some) to.Fixed(stem);
    }

    // Types whose acts are compared with one another.
    private static bool HasStems(ClaimType type) => type is not (ClaimType.Statement or ClaimType.Assessment or ClaimType.Meeting or ClaimType.Condition);
}
