using System.Runtime.InteropServices;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds the names of a document: those of the world model and those that the tagger recognises, the longer one where both overlap.</summary>
internal sealed class NameFinder(Scene scene, NameTaggerRun tagger)
{
    private readonly List<TaggedName> tagged = [];

    /// <summary>Names in text order, without overlap; furniture is left out.</summary>
    public List<FoundName> Find()
    {
        var document = scene.Document;
        var spans = new TextSpan[document.Tokens.Length];
        for (var i = 0; i < spans.Length; i++) spans[i] = document.Tokens[i].Span;
        foreach (var sentence in document.Sentences)
            if (sentence.Zone != ZoneKind.Furniture) tagger.Read(document.Text, spans.AsMemory(sentence.FirstToken, sentence.TokenCount));
        var found = new List<FoundName>();
        var number = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Zone == ZoneKind.Furniture) continue;
            tagger.Tag(number++, tagged);
            InSentence(sentence, CollectionsMarshal.AsSpan(tagged), found);
        }

        return found;
    }

    private void InSentence(Sentence sentence, ReadOnlySpan<TaggedName> names, List<FoundName> found)
    {
        var next = 0;
        var begin = Dateline.End(scene, sentence);
        for (var i = begin; i < sentence.EndToken;)
        {
            while (next < names.Length && sentence.FirstToken + names[next].First + names[next].Count <= i) next++;
            var tag = next < names.Length ? names[next] : default;
            var tagFirst = sentence.FirstToken + tag.First;
            var covers = tag.Count > 0 && tagFirst <= i && tagFirst >= begin;
            if (Half(i, sentence) is { } half)
            {
                found.Add(half);
                i = half.End;
                continue;
            }

            if (Known(i, sentence) is { } known && !(covers && Wins(tag, tagFirst, known)))
            {
                if (!known.Doubtful || (covers && tag.Kind != NameKind.Place))
                {
                    found.Add(known.Name);
                    i = known.Name.End;
                    continue;
                }
            }

            if (covers && tagFirst == i)
            {
                var name = Tagged(i, tag, sentence);
                found.Add(name);
                i = name.End;
                continue;
            }

            i++;
        }
    }

    // A tagged name goes on over hyphens inside a word ("Tae-sik"); after a title it is a person's, whatever the tagger says.
    private FoundName Tagged(int first, TaggedName tag, Sentence sentence)
    {
        var end = first + tag.Count;
        if (tag.Kind == NameKind.Person && tag.Count > 1 && scene.Tokens[first].Upos == "DET") first++;
        if (tag.Kind == NameKind.Organisation) first = PastModifiers(first, end);
        for (var i = first + 1; i + 1 < end; i++)
            if (scene.Document.Form(i) is "-" && tag.Kind == NameKind.Person && IsShortName(i - 1) && IsShortName(i + 1)) end = i;
        while (end + 1 < sentence.EndToken && !(IsShortName(end - 1) && IsShortName(end + 1)) && scene.Document.Form(end) is "-" && Adjacent(end - 1) && Adjacent(end) && !scene.IsPossessive(end + 1)
            && (scene.IsCapital(end + 1) || tag.Kind == NameKind.Person)) end += 2;
        if (tag.Kind is NameKind.Organisation or NameKind.Other)
            for (var i = end - 1; i >= first; i--)
                if (i + 1 < end && end - i <= 4 && scene.Lexicon.TitleClass(scene.Lower(i)) is not null && scene.Lower(i) is not "general" && AllCapitalised(i + 1, end))
                    return new FoundName(i + 1, end - i - 1, NameKind.Person, null, NameSense.Name);
        return new FoundName(first, end - first, tag.Kind, null, NameSense.Name);
    }

    // "state-run Northern News Agency": what is written small before the first capital only describes.
    private int PastModifiers(int first, int end)
    {
        var at = first;
        while (at < end && char.IsLower(scene.Document.Form(at)[0])) at += at + 1 < end && scene.Document.Form(at + 1) is "-" ? 2 : 1;
        return at > first && at < end && scene.Lower(first) is not ("al" or "el") && scene.IsCapital(at) ? at : first;
    }

    private bool IsShortName(int token) => scene.World.PersonsByShortName(scene.Form(token)).Count > 0;

    private bool Adjacent(int token) => token + 1 < scene.Tokens.Length && scene.Tokens[token].Span.End == scene.Tokens[token + 1].Span.Start;

    private bool AllCapitalised(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (!scene.IsCapital(i)) return false;
        return true;
    }

    // Whether the tagger's name is to be believed rather than the one of the world model.
    private static bool Wins(TaggedName tag, int tagFirst, (FoundName Name, bool Doubtful) known)
    {
        var tagEnd = tagFirst + tag.Count;
        if (tagFirst > known.Name.First || tagEnd < known.Name.End || tag.Count == known.Name.Count) return false;
        if (known.Name.Sense is NameSense.Adjective or NameSense.People) return tag.Kind != NameKind.Other;
        if (known.Name.Entry?.Kind == ActorKind.Person) return tag.Kind == NameKind.Person && tagFirst == known.Name.First;
        return tag.Kind is NameKind.Organisation or NameKind.Person || known.Name.Sense == NameSense.Place;
    }

    private (FoundName Name, bool Doubtful)? Known(int token, Sentence sentence)
    {
        var text = scene.Document.Text;
        var span = scene.Tokens[token].Span;
        var first = text[span.Start];
        if (!char.IsUpper(first) && !char.IsDigit(first) && first is not ('a' or 'c')) return null;
        if (scene.World.At(text, span.Start, sentence.Span.End) is not { } match) return null;
        var count = 0;
        while (token + count < sentence.EndToken && scene.Tokens[token + count].Span.End <= span.Start + match.Length) count++;
        if (count == 0 || scene.Tokens[token + count - 1].Span.End != span.Start + match.Length) return null;
        var naming = Choose(match.Namings);
        if (IsOfAnother(naming, token + count, sentence)) return null;
        var kind = naming.Entry?.Kind switch
        {
            ActorKind.Person => NameKind.Person,
            ActorKind.Organisation or ActorKind.Group => NameKind.Organisation,
            _ => NameKind.Place,
        };
        return (new FoundName(token, count, kind, naming.Entry, naming.Sense), match.Doubtful);
    }

    // "the Congress of Peru": a body known by that name is another's.
    private bool IsOfAnother(Naming naming, int next, Sentence sentence)
    {
        if (naming.Entry is not { Kind: ActorKind.Organisation, Class: "parliament", Of: { } owner } || next + 1 >= sentence.EndToken || scene.Document.Form(next) is not "of") return false;
        var named = scene.Document.Form(next + 1) is "the" or "The" ? next + 2 : next + 1;
        return named < sentence.EndToken && scene.World.At(scene.Document.Text, scene.Tokens[named].Span.Start, sentence.Span.End) is { } of
            && of.Namings[0] is { Sense: NameSense.Name or NameSense.Place, Entry: { Kind: ActorKind.State } state } && state.Slug != owner;
    }

    // "North and South Korea": the first half of a name whose other half stands behind the second.
    private FoundName? Half(int token, Sentence sentence)
    {
        var form = scene.Document.Form(token);
        if (form is not ("North" or "South" or "East" or "West") || token + 3 >= sentence.EndToken || scene.Document.Form(token + 1) is not ("and" or "or" or ",")) return null;
        var other = scene.Document.Form(token + 2);
        if (other is not ("North" or "South" or "East" or "West") || other.SequenceEqual(form) || Known(token + 2, sentence) is not { Name: { Count: 2, Entry.Kind: ActorKind.State } }) return null;
        var namings = scene.World.Named($"{form} {scene.Document.Form(token + 3)}");
        return namings.Count > 0 && namings[0] is { Entry: { Kind: ActorKind.State } state, Sense: NameSense.Name or NameSense.Place } ? new FoundName(token, 1, NameKind.Place, state, NameSense.Name) : null;
    }

    // Among several, the one in office on the day, else the first.
    private Naming Choose(IReadOnlyList<Naming> namings)
    {
        if (namings.Count > 1 && scene.Day is { } day)
            foreach (var naming in namings)
                if (naming.Entry is { Kind: ActorKind.Person } person && World.PostOf(person, day) is not null) return naming;
        return namings[0];
    }
}
