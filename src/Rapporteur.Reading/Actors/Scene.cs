using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The working memory of one document: its syntax, the actors found so far and which token belongs to whom.</summary>
internal sealed class Scene
{
    private readonly int[] firstChild, nextSibling, sentenceOf;
    // Words as they stand and in small letters, made when they are first asked for.
    private readonly string?[] forms, lowers;
    private bool[]? dated;

    public Scene(AnnotatedDocument document, World world, ActorLexicon lexicon)
    {
        Document = document;
        World = world;
        Lexicon = lexicon;
        var count = document.Tokens.Length;
        Owner = new Draft?[count];
        Taken = new bool[count];
        Names = new FoundName?[count];
        Unlisted = new Draft?[count];
        firstChild = new int[count];
        nextSibling = new int[count];
        sentenceOf = new int[count];
        forms = new string?[count];
        lowers = new string?[count];
        Array.Fill(firstChild, -1);
        Array.Fill(nextSibling, -1);
        for (var i = count - 1; i >= 0; i--)
        {
            var head = document.Tokens[i].Head;
            if (head < 0) continue;
            nextSibling[i] = firstChild[head];
            firstChild[head] = i;
        }

        for (var s = 0; s < document.Sentences.Length; s++)
            for (var i = document.Sentences[s].FirstToken; i < document.Sentences[s].EndToken; i++) sentenceOf[i] = s;
    }

    public AnnotatedDocument Document { get; }

    /// <summary>Whether a token is part of a date: "the next day", "Friday".</summary>
    public bool IsDated(int token) => (dated ??= Dated())[token];

    public World World { get; }

    public ActorLexicon Lexicon { get; }

    public ImmutableArray<Token> Tokens => Document.Tokens;

    public DateOnly? Day => Document.Source.Published.Anchor;

    /// <summary>All actors, in the order in which they were made.</summary>
    public List<Draft> Drafts { get; } = [];

    /// <summary>Words that point to an actor and are no mention of it.</summary>
    public List<DraftAllusion> Allusions { get; } = [];

    /// <summary>Pronouns that stand for several actors, once for each of them.</summary>
    public List<DraftAllusion> Joint { get; } = [];

    /// <summary>The actor whose mention covers a token; null where there is none.</summary>
    public Draft?[] Owner { get; }

    /// <summary>Tokens that are part of a name, of an actor or of something else, or of a title.</summary>
    public bool[] Taken { get; }

    /// <summary>The name that covers a token, whoever it names; null where there is none.</summary>
    public FoundName?[] Names { get; }

    /// <summary>The state that the world model does not know and that is named, or meant by an adjective, at a token.</summary>
    public Draft?[] Unlisted { get; }

    public bool IsName(int token) => Names[token] is not null;

    /// <summary>The actor whose name, adjective or seat covers a token; states are made where they are not there yet; without a mention they are no actors.</summary>
    public Draft? OwnerAt(int token)
    {
        if ((Owner[token] ?? Unlisted[token]) is { } owner) return owner;
        if (Names[token] is not { Entry: { } entry, Sense: not NameSense.Place }) return null;
        foreach (var draft in Drafts)
            if (draft.Entry == entry) return draft;
        return Of(entry);
    }

    public int SentenceOf(int token) => sentenceOf[token];

    public Sentence SentenceAt(int token) => Document.Sentences[sentenceOf[token]];

    public bool IsPossessive(int token) => Document.Form(token) is "'s" or "’s" or "'" or "’";

    /// <summary>A word in small letters.</summary>
    public string Lower(int token) => lowers[token] ??= Form(token).ToLowerInvariant();

    /// <summary>A word as it stands.</summary>
    public string Form(int token) => forms[token] ??= Document.Form(token).ToString();

    /// <summary>Whether a word begins with a capital.</summary>
    public bool IsCapital(int token) => char.IsUpper(Document.Form(token)[0]);

    /// <summary>Whether a title with a capital stands right before a word.</summary>
    public bool IsTitled(int token) => token > SentenceAt(token).FirstToken && IsCapital(token - 1) && Lexicon.TitleClass(Lower(token - 1)) is not null;

    public string Text(int first, int count) =>
        Document.Text[Tokens[first].Span.Start..Tokens[first + count - 1].Span.End];

    public IEnumerable<int> Children(int token)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child]) yield return child;
    }

    public int Child(int token, string relation)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
            if (Tokens[child].Relation == relation) return child;
        return -1;
    }

    /// <summary>The token of a range whose head lies outside of it; the last one where the syntax is not clear.</summary>
    public int HeadOf(int first, int count)
    {
        for (var i = first; i < first + count; i++)
            if (Tokens[i].Head < first || Tokens[i].Head >= first + count) return i;
        return first + count - 1;
    }

    public Draft New(ActorKind kind, string name)
    {
        var draft = new Draft { Kind = kind, Name = name };
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>The actor of an entry of the world model, made where it is not there yet.</summary>
    public Draft Of(WorldEntry entry)
    {
        foreach (var draft in Drafts)
            if (draft.Entry == entry) return draft;
        var made = New(entry.Kind, entry.Name);
        made.Entry = entry;
        made.Gender = entry.Gender is { } gender ? gender[0] : '\0';
        made.Plural = entry.Kind == ActorKind.Group;
        return made;
    }

    public void Add(Draft draft, int first, int count, MentionKind kind)
    {
        while (count > 1 && IsPossessive(first + count - 1)) count--;
        var span = new TextSpan(Tokens[first].Span.Start, Tokens[first + count - 1].Span.End);
        draft.Mentions.Add(new DraftMention(span, HeadOf(first, count), sentenceOf[first], kind));
        for (var i = first; i < first + count; i++)
        {
            Owner[i] ??= draft;
            Taken[i] = true;
        }
    }

    // Times and tokens both stand in the order of the text.
    private bool[] Dated()
    {
        var all = new bool[Document.Tokens.Length];
        var token = 0;
        foreach (var time in Document.Times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time)) continue;
            while (token < all.Length && Document.Tokens[token].Span.Start < time.Span.Start) token++;
            for (; token < all.Length && Document.Tokens[token].Span.End <= time.Span.End; token++) all[token] = true;
        }

        return all;
    }
}
