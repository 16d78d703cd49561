using System.CommandLine;
using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>Options that every command understands.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no notes; errors only.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours, also on a terminal.", Recursive = true };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "How many documents are read at a time. The output is the same for any number.",
        HelpName = "N",
        Recursive = true,
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public Option<string?> Today { get; } = new("--today")
    {
        Description = "The day that a brief speaks from, as 2025-10-22. Default: the latest publication date that is known.",
        HelpName = "DATE",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        Threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var n) && n < 1) result.AddError("--threads takes a whole number from 1.");
        });
        root.Add(Quiet);
        root.Add(NoColor);
        root.Add(Threads);
        root.Add(Today);
    }

    /// <summary>Reads a date option; throws <see cref="CallException"/> for one that is no day.</summary>
    public static DateOnly? Day(string? value, string option)
    {
        if (value is null) return null;
        return Edtf.Parse(value) is { IsDay: true, Earliest: { } day } ? day
            : throw new CallException($"{option} takes a day such as 2025-10-22, not '{value}'.");
    }
}
