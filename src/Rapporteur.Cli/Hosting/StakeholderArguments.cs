using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>Tables of stakeholders that a call names.</summary>
internal static class StakeholderArguments
{
    /// <summary>Reads a table; throws <see cref="CallException"/> with every mistake, by row and column.</summary>
    public static StakeholderTable Read(Terminal terminal, string path) => Read(terminal, path, out _);

    /// <summary>Reads a table, and how a model is to run on it where the file says so.</summary>
    public static StakeholderTable Read(Terminal terminal, string path, out KtabScenario? scenario)
    {
        var read = StakeholderFile.Read(Text(terminal, path), path == "-" ? "table" : Path.GetFileNameWithoutExtension(path), out scenario);
        return read.Table ?? throw new CallException(string.Join('\n', read.Faults.Select(f => $"{CallFiles.NameOf(path)}, {f}")));
    }

    /// <summary>The text of a file, or of standard input for <c>-</c>.</summary>
    public static string Text(Terminal terminal, string path) => CallFiles.Text(terminal, path, "a table of stakeholders (docs/formats/stakeholders.md)");
}
