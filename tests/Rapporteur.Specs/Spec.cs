using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Rapporteur.Specs;

/// <summary>One example of a spec file: a dossier and what the brief says of it.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Title">The heading above the example.</param>
/// <param name="Dossier">Lines of the fenced block <c>dossier</c>.</param>
/// <param name="Section">The section of the brief that the expected lines are of.</param>
/// <param name="Expected">Lines of the fenced block <c>brief</c>.</param>
/// <param name="At">Number of the first expected line in the file, from 0.</param>
internal sealed partial record Spec(string File, string Title, ImmutableArray<string> Dossier, string Section, ImmutableArray<string> Expected, int At)
{
    /// <summary>Every example of a file of prose: a heading, words for the reader, a block <c>dossier</c> and a block <c>brief SECTION</c>.</summary>
    public static IEnumerable<Spec> Read(string file, IReadOnlyList<string> lines)
    {
        var title = "";
        var dossier = ImmutableArray<string>.Empty;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith('#')) title = lines[i].TrimStart('#', ' ');
            if (Fence().Match(lines[i]) is not { Success: true } fence) continue;
            var start = ++i;
            while (i < lines.Count && lines[i] != "```") i++;
            if (i == lines.Count) throw new FormatException($"{file}: the block of '{title}' does not end.");
            var body = lines.Skip(start).Take(i - start).ToImmutableArray();
            if (fence.Groups["kind"].Value == "dossier") dossier = body;
            else yield return new(file, title, dossier, fence.Groups["section"].Value, body, start);
        }
    }

    [GeneratedRegex("^```(?<kind>dossier|brief) ?(?<section>[a-z]*)$")]
    private static partial Regex Fence();
}
