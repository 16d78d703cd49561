using System.Collections.Immutable;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Specs;

/// <summary>Runs the examples of <c>Brief/*.md</c>. With RAPPORTEUR_ACCEPT=1 in the environment the expected lines are written instead.</summary>
public sealed class BriefSpecs
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_brief_says_what_the_spec_says(string file)
    {
        var path = Path.Combine(Folder(), file);
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var specs = Spec.Read(file, lines).ToList();
        Assert.NotEmpty(specs);
        if (Environment.GetEnvironmentVariable("RAPPORTEUR_ACCEPT") == "1") Accept(path, [.. lines], specs);
        else foreach (var spec in specs) Assert.Equal($"{spec.Title}\n{string.Join('\n', spec.Expected)}", $"{spec.Title}\n{string.Join('\n', Told(spec))}");
    }

    // From the last example to the first, so that line numbers stay true.
    private static void Accept(string path, ImmutableArray<string> lines, IEnumerable<Spec> specs)
    {
        foreach (var spec in specs.OrderByDescending(s => s.At)) lines = lines.RemoveRange(spec.At, spec.Expected.Length).InsertRange(spec.At, Told(spec));
        File.WriteAllText(path, string.Join('\n', lines));
    }

    private static ImmutableArray<string> Told(Spec spec)
    {
        var brief = Brief.From(SpecDossier.Fold(spec.Dossier));
        if (spec.Section == "parties") return [.. brief.Parties.Where(p => p.Speaks).Select(p => p.Name)];
        var section = brief.Sections.FirstOrDefault(s => s.Id == spec.Section);
        return section is null ? [] : [.. section.Lines.Select(l => l.Text + Badges(l))];
    }

    private static string Badges(Line line) => line.Badges.IsEmpty ? "" : $" ({string.Join("; ", line.Badges.Select(b => b.Text))})";

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) return Path.Combine(folder.FullName, "tests", "Rapporteur.Specs", "Brief");
        throw new InvalidOperationException("The specs do not run inside the repository.");
    }
}
