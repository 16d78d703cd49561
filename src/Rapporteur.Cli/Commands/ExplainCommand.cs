using System.CommandLine;
using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur explain FILE SENTENCE</c>: how one sentence was read, step by step.</summary>
internal sealed class ExplainCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SourceArguments _sources = new();
    private readonly Argument<string> _file = new("FILE") { Description = "A source of any format; '-' takes documents as NDJSON on standard input." };
    private readonly Argument<string?> _sentence = new("SENTENCE")
    {
        Description = "Number of the sentence, or words that occur in it. Without it the sentences are listed with their numbers.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<int?> _document = new("--document") { Description = "Which document, from 1, where the source holds several.", HelpName = "N" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON: one line a sentence for the list, one object for an explanation." };
    private readonly Option<bool> _all = new("--all") { Description = "Show every feature that the scorer weighed and every frame that was tried." };

    private ExplainCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var explain = new ExplainCommand(terminal, common);
        var command = new ExampleCommand("explain", "Shows how one sentence was read: its words, tree, times, actors and attributions, the frames that were tried, and why each claim came out or did not.",
            "rapporteur explain samples/ukraine-2025/2025-08-22-lavrov.md",
            "rapporteur explain samples/ukraine-2025/2025-08-22-lavrov.md 3",
            "rapporteur explain article.html \"security guarantees\" --published 2025-08-22",
            "rapporteur explain article.pdf 12 --json");
        command.Add(explain._file);
        command.Add(explain._sentence);
        command.Add(explain._sources.Published);
        command.Add(explain._document);
        command.Add(explain._json);
        command.Add(explain._all);
        command.SetAction((call, cancel) => Task.FromResult(explain.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var source = Choose(call, messages, cancel);
        if (source is null) return messages.Code;
        if (!source.IsReadable)
        {
            messages.Check(new() { Document = source.DocumentOrStub(), Reader = new("", ""), Error = source.Error });
            return messages.Code;
        }

        var pipeline = _sources.Reader(call);
        var document = pipeline.Annotate(source.Document!, cancel);
        var number = SentenceNumber(call, document);
        if (number == 0)
        {
            SentenceList.Write(document, _terminal.Out, call.GetValue(_json));
            return messages.Code;
        }

        var reader = pipeline.Annotators.OfType<ClaimAnnotator>().Single();
        var explanation = reader.Explain(document, number - 1, new FeatureWords(DataFolder.Shipped), cancel);
        if (call.GetValue(_json)) JsonExplanation.Write(document, number - 1, explanation, _terminal.Out);
        else new PlainExplanation(document, number - 1, explanation, _terminal.Out, new Ink(_terminal.Colourful && !call.GetValue(_common.NoColor)), call.GetValue(_all)).Write();
        return messages.Code;
    }

    private SourceResult? Choose(ParseResult call, Messages messages, CancellationToken cancel)
    {
        var file = call.GetValue(_file)!;
        var sources = new List<SourceResult>();
        foreach (var source in new SourceReader(_sources.Options(call)).Read([file], file == "-" ? _terminal.Input() : null, cancel))
        {
            if (!source.Notes.IsEmpty) messages.Noted(source);
            if (!source.IsSkipped) sources.Add(source);
        }

        if (call.GetValue(_document) is { } number)
        {
            return number >= 1 && number <= sources.Count ? sources[number - 1]
                : throw new CallException(string.Create(CultureInfo.InvariantCulture, $"There is no document {number} in {file}; it holds {sources.Count}."));
        }

        return sources.Count <= 1 ? sources.FirstOrDefault()
            : throw new CallException(string.Create(CultureInfo.InvariantCulture, $"{file} holds {sources.Count} documents; choose one with --document N."));
    }

    // Zero for the list.
    private int SentenceNumber(ParseResult call, AnnotatedDocument document)
    {
        if (call.GetValue(_sentence) is not { } asked) return 0;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= document.Sentences.Length) return number;
        var words = SentenceList.Plain(asked);
        var found = new List<int>();
        for (var i = 0; i < document.Sentences.Length && words.Length > 0; i++)
            if (SentenceList.Plain(document.Sentences[i].Span.Slice(document.Text)).Contains(words, StringComparison.OrdinalIgnoreCase)) found.Add(i + 1);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new CallException(string.Create(CultureInfo.InvariantCulture, $"No sentence is numbered “{PlainReading.Clean(asked)}” or holds these words; there are {document.Sentences.Length}. Leave SENTENCE out to list them.")),
            _ => throw new CallException($"{found.Count} sentences hold “{PlainReading.Clean(asked)}”: {string.Join(", ", found.Take(10))}{(found.Count > 10 ? " …" : "")}. Choose one by its number."),
        };
    }
}
