using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The option by which a command takes a dossier; without it the dossier that lies beside the sources or the record.</summary>
internal sealed class DossierOption
{
    private static readonly string[] Names = ["dossier.yaml", "dossier.yml"];

    public Option<string?> Dossier { get; } = new("--dossier")
    {
        Description = "What is known beforehand: title, parties, issues, watch list, marking (docs/record.md). Default: dossier.yaml beside the sources or the record.",
        HelpName = "FILE.yaml",
    };

    /// <summary>The dossier of a call that names a record and no files; null where there is none.</summary>
    public Dossier? Load(ParseResult call, string record) => Load(call, [], record);

    /// <summary>The marking that documents of a record have which bear none; <see cref="Marking.Unmarked"/> where no dossier gives one.</summary>
    public Marking Unmarked(ParseResult call, string record) => Load(call, record)?.Marking ?? Marking.Unmarked;

    /// <summary>The dossier of a call; null where there is none. Throws <see cref="CallException"/> for one that has mistakes, or where two lie beside the sources.</summary>
    /// <param name="call">The call.</param>
    /// <param name="paths">Files and folders that it names.</param>
    /// <param name="record">The record that it names, where it names no files.</param>
    public Dossier? Load(ParseResult call, IReadOnlyCollection<string> paths, string record)
    {
        if (call.GetValue(Dossier) is { } named)
            return File.Exists(named) ? Read(named) : throw new CallException($"The dossier {named} is not there; name the file, or leave out --dossier.");
        string[] beside = paths.Count > 0 ? [.. paths] : PostgresAddress.Is(record) ? [] : [record];
        var found = beside.Where(p => p != "-")
            .Select(p => Directory.Exists(p) ? p : Path.GetDirectoryName(Path.GetFullPath(p)) ?? ".").Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => Names.Select(n => Path.Combine(folder, n))).Where(File.Exists).ToList();
        return found switch
        {
            [] => null,
            [var one] => Read(one),
            _ => throw new CallException($"There are several dossiers: {string.Join(", ", found)}. Name one with --dossier."),
        };
    }

    private static Dossier Read(string file)
    {
        var parse = DossierReader.Read(File.ReadAllText(file));
        return parse.Dossier ?? throw new CallException(string.Join('\n', parse.Mistakes.Select(m => $"{file}, {m}")));
    }
}
