using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Reading;
using Spectre.Console;

namespace Rapporteur.Cli;

/// <summary>What a command tells on standard error: notes, failures and progress.</summary>
internal sealed class Messages
{
    private readonly Terminal _terminal;
    private readonly IAnsiConsole _console;
    private readonly bool _quiet;
    private (int Documents, int Agreed, int FirstOnly, int SecondOnly) _compared;
    private bool _amiss;

    public Messages(Terminal terminal, ParseResult call, CommonOptions common)
    {
        _terminal = terminal;
        _quiet = call.GetValue(common.Quiet);
        _console = terminal.Messages(!call.GetValue(common.NoColor));
    }

    /// <summary>How many sources were left out with an error so far.</summary>
    public int LeftOut { get; private set; }

    /// <summary>One sentence that is no failure; nothing when quiet.</summary>
    public void Note(string sentence)
    {
        if (!_quiet) _console.WriteLine("rapporteur: " + sentence, new Style(Color.Grey));
    }

    /// <summary>One sentence about something that went wrong.</summary>
    public void Problem(string sentence) => _console.WriteLine("rapporteur: " + sentence, new Style(Color.Red));

    /// <summary>One sentence about something that was left out: the others are there, and the exit code says so.</summary>
    public void Amiss(string sentence)
    {
        _amiss = true;
        Problem(sentence);
    }

    /// <summary>The notes of a source.</summary>
    public void Noted(SourceResult source)
    {
        foreach (var note in source.Notes) Note($"{source.Source}: {note.Message}");
    }

    /// <summary>Counts and names a reading that failed, and tells its notes.</summary>
    public void Check(DocumentReading reading)
    {
        foreach (var note in reading.Notes)
        {
            if (ReaderNotes.IsFailure(note))
            {
                _amiss = true;
                Problem($"{reading.Document.Source}: {note.Message} [{note.Code}]");
                continue;
            }

            Note($"{reading.Document.Source}: {note.Message}");
            if (note.Code == ReaderNotes.Asked) Compare(reading);
        }

        if (reading.Error is not { } error) return;
        LeftOut++;
        Problem($"{reading.Document.Source}: {error.Message} [{error.Code}]");
    }

    /// <summary>Counts and names something that was left out.</summary>
    public void LeaveOut(string sentence)
    {
        LeftOut++;
        Problem(sentence);
    }

    /// <summary>Goes through readings with a running count on a terminal, naming each one that failed.</summary>
    public IEnumerable<DocumentReading> Watch(IEnumerable<DocumentReading> readings)
    {
        var count = 0;
        var shows = _terminal.Interactive && !_quiet;
        foreach (var reading in readings)
        {
            if (shows) _terminal.Error.Write($"\r\u001b[2Kread {++count}: {Short(reading.Document.Source)}");
            if (shows && reading.Error is not null) _terminal.Error.Write("\r\u001b[2K");
            Check(reading);
            yield return reading;
        }

        if (shows) _terminal.Error.Write("\r\u001b[2K");
        if (_compared.Documents > 1) Note($"two readers over {_compared.Documents} documents: {_compared.Agreed} claims agree, {_compared.FirstOnly} only the first has, {_compared.SecondOnly} only the second");
    }

    /// <summary>The exit code: <see cref="ExitCode.LeftOut"/> when a source was left out, or a second reader did not read it.</summary>
    public int Code => LeftOut > 0 || _amiss ? ExitCode.LeftOut : ExitCode.Ok;

    private void Compare(DocumentReading reading)
    {
        var comparison = ReaderComparison.Of(reading);
        _compared = (_compared.Documents + 1, _compared.Agreed + comparison.Agreed.Length, _compared.FirstOnly + comparison.FirstOnly.Length, _compared.SecondOnly + comparison.SecondOnly.Length);
    }

    private static string Short(string source) => source.Length <= 60 ? source : "…" + source[^59..];
}
