using System.CommandLine;
using Rapporteur.Training;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur evaluate AREA DIR</c>: figures against gold data.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("evaluate", "Measures the reader against gold data and prints the figures.",
            "rapporteur evaluate syntax ../shared/corpora/ud-ewt",
            "rapporteur evaluate syntax ../shared/corpora/ud-ewt --best",
            "rapporteur evaluate claims ../shared/gold",
            "rapporteur evaluate claims ../shared/gold/train --rules");
        foreach (var area in EvaluationArea.All) command.Add(Area(area, terminal, common));
        return command;
    }

    private static ExampleCommand Area(EvaluationArea area, Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand(area.Name, area.Description, area.Example);
        var folder = new Argument<string>("DIR") { Description = area.Folder };
        var rules = new Option<bool>("--rules") { Description = "Print how often each rule is right, and how often claims of like confidence are." };
        var only = new Option<string?>("--only") { Description = "Only articles whose id begins with one of these, separated by commas.", HelpName = "PREFIX,…" };
        var read = new Option<string?>("--read") { Description = "Score this output of rapporteur read --json instead of reading anew.", HelpName = "FILE.ndjson" };
        var best = new Option<bool>("--best") { Description = "Measure with the accurate, slower parser." };
        command.Add(folder);
        if (area.Parses) command.Add(best);
        if (area.TakesArticles)
        {
            command.Add(only);
            command.Add(read);
        }

        if (area.HasRules) command.Add(rules);
        command.SetAction((call, cancel) =>
        {
            var path = call.GetValue(folder)!;
            if (!Path.Exists(path)) throw new CallException($"{path} is not there; what is measured is {char.ToLowerInvariant(area.Folder[0])}{area.Folder[1..].TrimEnd('.')}.");
            var request = new EvaluationRequest(path, call.GetValue(common.Threads), area.HasRules && call.GetValue(rules), area.TakesArticles ? call.GetValue(only) : null, area.TakesArticles ? call.GetValue(read) : null, area.Parses && call.GetValue(best));
            try
            {
                foreach (var line in area.Run(request, cancel)) terminal.Out.WriteLine(line);
            }
            catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or InvalidDataException)
            {
                throw new CallException($"{path} does not hold what is measured ({e.Message}) Expected: {area.Folder}", ExitCode.LeftOut);
            }

            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
