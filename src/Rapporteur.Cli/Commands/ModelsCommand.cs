using System.CommandLine;
using Rapporteur.Analysis;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur models [ID]</c>: the models of positions, and those of war and coercion, with paper, assumptions and options.</summary>
internal static class ModelsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("models", "Lists the models that forecast where positions go, and those of war and coercion (forecast coercion): what each was published in, what it takes for granted, and its options or inputs.", "rapporteur models", "rapporteur models scholz-code", "rapporteur models --json");
        var id = new Argument<string?>("ID") { Description = "Only this model.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/models.md)." };
        command.Add(id);
        command.Add(json);
        command.SetAction((call, _) => Task.FromResult(Run(terminal, call.GetValue(id), call.GetValue(json))));
        return command;
    }

    /// <summary>The model of an id; throws <see cref="CallException"/> for one that is not there.</summary>
    public static BargainingModel Find(string id) =>
        BargainingModels.Find(id) ?? throw new CallException($"There is no model {id}; there are {string.Join(", ", BargainingModels.All.Select(m => m.Id))}.");

    private static int Run(Terminal terminal, string? id, bool json)
    {
        var coercion = id is null ? CoercionModels.All : CoercionModels.Find(id) is { } one ? [one] : [];
        foreach (var model in id is null ? BargainingModels.All : coercion.IsEmpty ? [Find(id)] : [])
            Print(terminal, json, ModelListing.Json(model), ModelListing.Text(model));
        foreach (var model in coercion)
            Print(terminal, json, ModelListing.Json(model), ModelListing.Text(model));
        return ExitCode.Ok;
    }

    private static void Print(Terminal terminal, bool asJson, string json, IEnumerable<string> text) => terminal.Out.Write(asJson ? json + "\n" : string.Join('\n', text) + "\n\n");
}
