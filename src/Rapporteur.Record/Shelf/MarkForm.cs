using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What is worked out of a reading alone, and kept with its short form so that a fold need not look at all its words: the marks of its claims, the sketch of its text.</summary>
internal static class MarkForm
{
    internal static void Write(CompactWriter to, DocumentReading reading)
    {
        var ownOnly = reading.Claims.IsDefault || reading.Claims.All(claim => claim.Origin is null);
        var marks = ownOnly ? ClaimMarks.Of(ClaimBook.One(reading, null)) : [];
        to.Number(marks.Length);
        foreach (var mark in marks) to.Number((int)mark);
        var sketch = NearCopies.Sketch(reading.Document);
        to.Number(sketch.Length);
        foreach (var run in sketch) to.Fixed(run);
    }

    internal static (ClaimMark[] Marks, ulong[] Sketch) Read(CompactReader from)
    {
        var marks = new ClaimMark[from.Count()];
        for (var i = 0; i < marks.Length; i++) marks[i] = (ClaimMark)from.Number();
        var sketch = new ulong[from.Count()];
        for (var i = 0; i < sketch.Length; i++) sketch[i] = from.Fixed();
        return (marks, sketch);
    }
}
