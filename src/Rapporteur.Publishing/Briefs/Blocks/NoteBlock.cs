using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A note of an analyst: in its author's name, apart from what sources say. It is no line, since nothing of a source carries it.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Note">The note.</param>
/// <param name="On">What it is on, with its citations; empty where it is on nothing of the record.</param>
public sealed record NoteBlock(string Id, AnalystNote Note, ImmutableArray<Line> On) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Line> Lines => On;

    /// <summary>Who says so, when, how likely, and on what basis, in words; the likelihood with its range.</summary>
    public ImmutableArray<string> Facts =>
    [
        Words.Fill("note.by", ("author", Quoting.Cut(Quoting.Clean(Note.Author), 60)), ("date", DateWords.Of(Note.Date))),
        .. Note.Likelihood is { } likely ? [Words.Fill("note.likelihood", ("words", Yardstick.Of(likely).Words[0]), ("range", Yardstick.Of(likely).Range))] : Array.Empty<string>(),
        .. Note.Confidence is { } confidence ? [Words.Of("note.confidence", confidence)] : Array.Empty<string>(),
        .. Note.Marking != Marking.Unmarked ? [Words.Of("marking", Note.Marking)] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    public override void Render(IBlockRenderer renderer) => renderer.Note(this);
}
