using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Takes the names out of the entities of GUM (Zeldes 2017): of each entity whose head is a proper noun, the words that make up its name, without titles and determiners.</summary>
public static class GumNames
{
    /// <summary>Number of these conventions in <see cref="NamedSentence.Conventions"/>.</summary>
    public const int Conventions = 2;

    private sealed record Entity(string Id, string Type, int First)
    {
        public int Last { get; set; } = -1;
    }

    /// <summary>Reads the files of a folder in ordinal order of their names.</summary>
    /// <param name="folder">A folder of <c>*.conllu</c> files.</param>
    /// <param name="isTitle">Whether a word in lower case is a title, which is no part of a person's name.</param>
    public static ImmutableArray<NamedSentence> Load(string folder, Func<string, bool> isTitle)
    {
        var sentences = ImmutableArray.CreateBuilder<NamedSentence>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.conllu").Order(StringComparer.Ordinal))
        {
            var rows = new List<string[]>();
            var open = new List<Entity>();
            foreach (var line in File.ReadLines(file).Append(""))
            {
                if (line.Length > 0)
                {
                    if (line[0] != '#' && line.Split('\t') is { Length: 10 } field && field[0].All(char.IsAsciiDigit)) rows.Add(field);
                    continue;
                }

                if (rows.Count > 0) sentences.Add(Sentence(rows, open, isTitle) with { Document = Path.GetFileNameWithoutExtension(file) });
                rows.Clear();
                open.Clear();
            }
        }

        return sentences.ToImmutable();
    }

    private static NamedSentence Sentence(List<string[]> rows, List<Entity> open, Func<string, bool> isTitle)
    {
        var entities = Entities(rows, open);
        var taken = new bool[rows.Count];
        var names = new List<TaggedName>();
        foreach (var entity in entities.OrderBy(entity => entity.First).ThenByDescending(entity => entity.Last))
        {
            if (entity.Type == "time" || Name(rows, entity, isTitle) is not { } name) continue;
            var free = true;
            for (var i = name.First; i < name.First + name.Count; i++) free &= !taken[i];
            if (!free) continue;
            Array.Fill(taken, true, name.First, name.Count);
            names.Add(name);
        }

        var text = string.Join(' ', rows.Select(row => row[1]));
        var tokens = ImmutableArray.CreateBuilder<TextSpan>(rows.Count);
        var at = 0;
        foreach (var row in rows)
        {
            tokens.Add(new TextSpan(at, at + row[1].Length));
            at += row[1].Length + 1;
        }

        return new NamedSentence(text, tokens.ToImmutable(), [.. names.OrderBy(name => name.First)], Conventions);
    }

    private static List<Entity> Entities(List<string[]> rows, List<Entity> open)
    {
        var all = new List<Entity>();
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i][9].Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
            for (var at = 0; at < value.Length;)
            {
                if (value[at] == ')')
                {
                    at++;
                    continue;
                }

                var begins = value[at] == '(';
                if (begins) at++;
                var from = at;
                while (at < value.Length && value[at] is not ('(' or ')')) at++;
                var parts = value[from..at].Split('-');
                if (begins && parts.Length > 1)
                {
                    var entity = new Entity(parts[0], parts[1], i);
                    all.Add(entity);
                    open.Add(entity);
                }

                if (at < value.Length && value[at] == ')' && open.FindLastIndex(entity => entity.Id == parts[0]) is >= 0 and var last)
                {
                    open[last].Last = i;
                    open.RemoveAt(last);
                }
            }
        }

        all.RemoveAll(entity => entity.Last < 0);
        return all;
    }

    private static TaggedName? Name(List<string[]> rows, Entity entity, Func<string, bool> isTitle)
    {
        var head = -1;
        for (var i = entity.First; i <= entity.Last && head < 0; i++)
            if (HeadOf(rows, i) is var above && (above < entity.First || above > entity.Last) && rows[i][7] is not ("punct" or "case" or "cc")) head = i;
        if (head < 0 || rows[head][3] != "PROPN") return null;
        var (first, last) = (head, head);
        while (first > entity.First && Joins(first - 1)) first--;
        while (last < entity.Last && Joins(last + 1)) last++;
        while (first < last && (rows[first][3] is "DET" or "PUNCT" or "ADP" or "CCONJ" || (entity.Type == "person" && isTitle(rows[first][1].ToLowerInvariant())))) first++;
        while (last > first && rows[last][3] is "PUNCT" or "ADP" or "PART" or "CCONJ") last--;
        return new TaggedName(first, last - first + 1, entity.Type switch
        {
            "person" => NameKind.Person,
            "organization" => NameKind.Organisation,
            "place" => NameKind.Place,
            _ => NameKind.Other,
        });

        // Words of one name hang on its head, or on a word that does, by a compound or a fixed bond; "of" joins in the names of bodies.
        bool Joins(int word)
        {
            for (var steps = 0; steps < 6 && word >= entity.First && word <= entity.Last; steps++)
            {
                if (word == head) return true;
                var relation = rows[word][7];
                var isPart = relation.StartsWith("flat", StringComparison.Ordinal) || relation is "compound" or "goeswith" or "nummod"
                    || (relation is "punct" && rows[word][1] is "-" or "." or "'")
                    || (relation is "amod" or "det" && char.IsUpper(rows[word][1][0]) && rows[word][3] is "ADJ" or "PROPN" or "VERB")
                    || (entity.Type == "organization" && relation is "case" or "nmod" or "det" or "cc" or "conj" && (relation is "case" or "det" or "cc" || rows[word][3] == "PROPN"));
                if (!isPart) return false;
                word = HeadOf(rows, word);
            }

            return false;
        }
    }

    private static int HeadOf(List<string[]> rows, int word) => int.Parse(rows[word][6], CultureInfo.InvariantCulture) - 1;
}
