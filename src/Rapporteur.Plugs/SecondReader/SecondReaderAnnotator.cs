using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Plugs;

/// <summary>Reads claims with a language model that the user plugged in. What it says is taken only where it quotes the text word for word; the rest is
/// refused and counted in <see cref="AnnotatedDocument.Notes"/>. A server that fails leaves a note and the claims of the other readers. Thread-safe.</summary>
public sealed class SecondReaderAnnotator : IAnnotator, IDisposable
{
    private readonly SecondReaderOptions _options;
    private readonly string _instructions;
    private readonly ChatClient _client;

    /// <summary>Makes the reader; nothing is connected before the first document is read.</summary>
    /// <param name="options">Which model is asked.</param>
    /// <param name="data">Where the instructions lie.</param>
    public SecondReaderAnnotator(SecondReaderOptions options, DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(data);
        _options = options;
        _instructions = string.Join('\n', data.Lines("second-reader/instructions.txt"));
        _client = new(options);
        Fingerprint = ContentHash.Key("second-reader", options.Model, _instructions);
    }

    /// <summary>Hash over the model's name and the instructions; what the server does with them is not known.</summary>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Times, Annotation.Actors, Annotation.Attributions];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Claims];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!HandlingRule.Allows(document.Source.Marking, _options.Address))
            return document with { Notes = document.Notes.Add(new(ReaderNotes.Withheld, $"The second reader was not asked: {HandlingRule.Reason(document.Source.Marking)}")) };
        var check = new AnswerCheck(document, _options.Model);
        var faults = new List<ReadingNote>();
        var answered = false;
        foreach (var passage in Passage.Of(document, _options.PassageLength))
        {
            cancel.ThrowIfCancellationRequested();
            var answer = _client.Ask(_instructions, passage.Words(document), cancel);
            var fault = answer.Fault ?? (check.Take(answer.Words!, passage) ? null : new(ReaderNotes.Malformed, "The answer is not the JSON that was asked for."));
            answered |= fault is null;
            if (fault is not null && !faults.Exists(f => f.Code == fault.Code)) faults.Add(fault with { Message = $"The second reader did not read all of the text. {fault.Message}" });
        }

        return document with
        {
            Claims = ClaimForms.Sort(document.Claims.AddRange(check.Claims)),
            Notes = [.. document.Notes, .. faults, .. answered ? [new ReadingNote(ReaderNotes.Asked, Told(check))] : (ReadOnlySpan<ReadingNote>)[]],
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private string Told(AnswerCheck check)
    {
        var refused = check.Refusals.Total == 0 ? "none refused" : $"{check.Refusals.Total.ToString(CultureInfo.InvariantCulture)} refused ({check.Refusals.Words()})";
        return string.Create(CultureInfo.InvariantCulture, $"{_options.Model}: {check.Claims.Count} claims taken, {refused}.");
    }
}
