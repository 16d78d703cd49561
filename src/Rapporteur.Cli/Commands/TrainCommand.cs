using System.CommandLine;
using Rapporteur.Training;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur train AREA</c>: the trainers of the weights that ship.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("train", "Trains the weights that ship under data/models. The same data and seed give the same bytes.",
            "rapporteur train syntax ../shared/corpora -o data/models",
            "rapporteur train syntax ../shared/corpora --best --vectors glove.6B.100d.txt -o data/models",
            "rapporteur train names ../shared/corpora -o data/models");
        foreach (var area in TrainingArea.All) command.Add(Area(area, terminal, common));
        return command;
    }

    private static ExampleCommand Area(TrainingArea area, Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand(area.Name, area.Description, area.Example);
        var folder = new Argument<string>("DIR") { Description = area.Folder };
        var output = new Option<string>("--output", "-o") { Description = "Folder that the weights go to.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var vectors = new Option<string?>("--vectors") { Description = "Word vectors to make clusters of (docs/syntax.md).", HelpName = "FILE" };
        command.Add(folder);
        command.Add(output);
        if (area.TakesVectors) command.Add(vectors);
        var best = new Option<bool>("--best") { Description = "Train the accurate, slower parser instead; needs --vectors." };
        if (area.HasBest) command.Add(best);
        var further = new Option<string[]>("--further") { Description = "A folder of further data to learn from; may be repeated.", HelpName = "DIR", DefaultValueFactory = _ => [] };
        if (area.TakesFurther) command.Add(further);
        command.SetAction((call, cancel) =>
        {
            var messages = new Messages(terminal, call, common);
            var from = call.GetValue(folder)!;
            var to = call.GetValue(output)!;
            if (!Path.Exists(from)) throw new CallException($"{from} is not there; name {area.Folder.TrimEnd('.')}.");
            var more = area.TakesFurther ? call.GetValue(further)! : [];
            if (more.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing) throw new CallException($"The folder {missing} is not there; name a folder of annotated articles with --further.");
            if (area.HasBest && call.GetValue(best) && call.GetValue(vectors) is null) throw new CallException("--best needs word vectors; name them with --vectors (docs/syntax.md).");
            if (!Directory.Exists(to)) throw new CallException($"The folder {to} is not there; make it first, or name another with -o.");
            try
            {
                foreach (var file in area.Run(new(from, to, area.TakesVectors ? call.GetValue(vectors) : null, area.HasBest && call.GetValue(best), [.. more]), messages.Note, cancel)) terminal.Out.WriteLine(file);
            }
            catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or InvalidDataException)
            {
                throw new CallException($"{from} does not hold what is learned from ({e.Message}) Expected: {area.Folder}", ExitCode.LeftOut);
            }

            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
