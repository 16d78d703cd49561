using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>A sentence with one place name, and whether the name stands for those who act there (a government, a people, a team).</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Name">Where the name stands in it.</param>
/// <param name="Metonymic">True for those who act, false for the place.</param>
public sealed record MetonymyExample(string Text, TextSpan Name, bool Metonymic);

/// <summary>Reads ReLocaR (Gritta, Pilehvar, Limsopatham and Collier 2017): one sentence a line after <c>name&lt;SEP&gt;</c>, the name between two <c>&lt;ENT&gt;</c>.</summary>
public static class MetonymyCorpus
{
    private const string Bound = "<ENT>", Separator = "<SEP>";

    /// <summary>The examples of a folder, literal and metonymic in turn as far as both go, so that every run of them is mixed.</summary>
    /// <param name="folder">A folder with <c>relocar_literal_train.txt</c> and <c>relocar_metonymic_train.txt</c>.</param>
    public static ImmutableArray<MetonymyExample> Load(string folder)
    {
        var places = Read(Path.Combine(folder, "relocar_literal_train.txt"), metonymic: false);
        var actors = Read(Path.Combine(folder, "relocar_metonymic_train.txt"), metonymic: true);
        var all = ImmutableArray.CreateBuilder<MetonymyExample>(places.Count + actors.Count);
        for (var i = 0; i < Math.Max(places.Count, actors.Count); i++)
        {
            if (i < places.Count) all.Add(places[i]);
            if (i < actors.Count) all.Add(actors[i]);
        }

        return all.ToImmutable();
    }

    private static List<MetonymyExample> Read(string file, bool metonymic)
    {
        var examples = new List<MetonymyExample>();
        foreach (var line in File.ReadLines(file))
        {
            var from = line.IndexOf(Separator, StringComparison.Ordinal);
            if (from < 0) continue;
            var marked = line[(from + Separator.Length)..];
            var start = marked.IndexOf(Bound, StringComparison.Ordinal);
            var end = start < 0 ? -1 : marked.IndexOf(Bound, start + Bound.Length, StringComparison.Ordinal);
            if (end < 0) throw new InvalidDataException($"{file}: no name is marked in “{line}”.");
            var name = new TextSpan(start, end - Bound.Length);
            examples.Add(new(marked.Replace(Bound, "", StringComparison.Ordinal), name, metonymic));
        }

        return examples;
    }
}
