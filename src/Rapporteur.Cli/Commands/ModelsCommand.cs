using System.CommandLine;
using Rapporteur.Analysis;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur models [ID]</c>: the models of positions, and those of war and coercion, with paper, assumptions and options.</summary>
internal static class ModelsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("models", "Lists the models that forecast where positions go, and those of war and coercion (forecast coercion): what each was published in, what it takes for granted, and its options or inputs.", "rapporteur models", "rapporteur models scholz-code", "rapporteur models --json", "rapporteur models --csv");
        var id = new Argument<string?>("ID") { Description = "Only this model.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/models.md)." };
        command.Add(id);
        var csv = new Option<bool>("--csv") { Description = "Rows of commas, one a model (docs/models.md)." };
        command.Add(json);
        command.Add(csv);
        command.SetAction((call, _) => Task.FromResult(Run(terminal, call.GetValue(id), ListingForms.Of(call.GetValue(json), call.GetValue(csv)))));
        return command;
    }

    /// <summary>The model of an id; throws <see cref="CallException"/> for one that is not there.</summary>
    public static BargainingModel Find(string id) =>
        BargainingModels.Find(id) ?? throw new CallException($"There is no model {id}; there are {string.Join(", ", BargainingModels.All.Select(m => m.Id))}.");

    private static int Run(Terminal terminal, string? id, ListingForm form)
    {
        if (form == ListingForm.Csv) terminal.Out.Write(ModelListing.Columns + "\n");
        var coercion = id is null ? CoercionModels.All : CoercionModels.Find(id) is { } one ? [one] : [];
        if (id is not null && coercion.IsEmpty && BargainingModels.Find(id) is null)
            throw new CallException($"There is no model {id}; there are {string.Join(", ", [.. BargainingModels.All.Select(m => m.Id), .. CoercionModels.All.Select(m => m.Id)])}.");
        foreach (var model in id is null ? BargainingModels.All : coercion.IsEmpty ? [Find(id)] : [])
            terminal.Out.Write(form switch { ListingForm.Json => ModelListing.Json(model), ListingForm.Csv => ModelListing.Csv(model), _ => string.Join('\n', ModelListing.Text(model)) + "\n" } + "\n");
        foreach (var model in coercion)
            terminal.Out.Write(form switch { ListingForm.Json => ModelListing.Json(model), ListingForm.Csv => ModelListing.Csv(model), _ => string.Join('\n', ModelListing.Text(model)) + "\n" } + "\n");
        return ExitCode.Ok;
    }
}
