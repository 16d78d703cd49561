using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds family names of persons who hold an office on the day, where the tagger saw no name: "Trump said", "the Trump-Putin summit".</summary>
internal sealed class KnownPersons(Scene scene)
{
    /// <summary>Adds their mentions; does nothing where the day of publication is unknown.</summary>
    public void Read()
    {
        if (scene.Day is not { } day) return;
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (!IsFree(i) || Holder(scene.Form(i), day) is not { } entry) continue;
            scene.Names[i] = new FoundName(i, 1, NameKind.Person, entry, NameSense.Name);
            scene.Add(scene.Of(entry), i, 1, MentionKind.Name);
        }
    }

    private bool IsFree(int token)
    {
        if (scene.Taken[token] || scene.Tokens[token].Upos != "PROPN" || scene.Document.Form(token).Length < 3 || !scene.IsCapital(token)) return false;
        var sentence = scene.SentenceAt(token);
        if (sentence.Zone == ZoneKind.Furniture || (scene.Names[token] is { } name && (name.Count > 1 || name.Entry is not null))) return false;
        return !(token > sentence.FirstToken && IsNamePart(token - 1, token)) && !(token + 1 < sentence.EndToken && IsNamePart(token + 1, token));
    }

    // "Melania Trump", "Trump Tower": a neighbour with a capital that is part of the same name.
    private bool IsNamePart(int neighbour, int token)
    {
        var other = scene.Tokens[neighbour];
        if (other.Upos != "PROPN" || !scene.IsCapital(neighbour) || scene.Lexicon.TitleClass(scene.Lower(neighbour)) is not null) return false;
        return other.Head == token || scene.Tokens[token].Head == neighbour || other.Head == scene.Tokens[token].Head;
    }

    private WorldEntry? Holder(string name, DateOnly day)
    {
        WorldEntry? found = null;
        foreach (var entry in scene.World.PersonsByShortName(name))
        {
            if (World.PostOf(entry, day) is null) continue;
            if (found is not null) return null;
            found = entry;
        }

        return found;
    }
}
