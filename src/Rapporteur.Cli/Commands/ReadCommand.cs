using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur read PATH…</c>: the claims of files.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("read", "Reads articles and prints their claims. Nothing is remembered.",
            "rapporteur read samples/ukraine-2025",
            "rapporteur read article.html --published 2025-08-22",
            "rapporteur read articles/ --json > claims.ndjson",
            "rapporteur read article.html --best",
            "rapporteur read article.html --second-reader http://localhost:11434/v1 --model qwen3:8b",
            "rapporteur read - --json < documents.ndjson");
        var sources = new SourceArguments();
        sources.AddTo(command);
        var json = new Option<bool>("--json") { Description = "Print the interchange format: NDJSON, one document a line (docs/formats/interchange.md)." };
        var conllu = new Option<bool>("--conllu") { Description = "Print tokens, tags and dependencies instead of claims, as a treebank in CoNLL-U." };
        command.Add(json);
        command.Add(conllu);
        command.SetAction((call, cancel) => Task.FromResult(call.GetValue(conllu) ? Parse(call, terminal, common, sources, cancel) : Run(call, terminal, common, sources, call.GetValue(json), cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, SourceArguments arguments, bool json, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        var sources = arguments.Open(call, terminal, cancel);
        var run = new ReadingRun(arguments.Reader(call), call.GetValue(common.Threads));
        foreach (var reading in messages.Watch(run.Read(sources, messages.Noted, cancel)))
        {
            if (json) terminal.Out.Write(ReadingWriter.Write(reading) + "\n");
            else PlainReading.Write(reading, terminal.Out);
        }

        return messages.Code;
    }

    private static int Parse(ParseResult call, Terminal terminal, CommonOptions common, SourceArguments arguments, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        var parser = arguments.Parser(call);
        var parsed = arguments.Open(call, terminal, cancel).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithDegreeOfParallelism(call.GetValue(common.Threads)).WithCancellation(cancel)
            .Select(source => (source, text: source.IsReadable && !source.IsSkipped ? ConlluWriter.Write(parser.Annotate(source.Document!, cancel)) : ""));
        foreach (var (source, text) in parsed)
        {
            messages.Noted(source);
            terminal.Out.Write(text);
        }

        return messages.Code;
    }
}
