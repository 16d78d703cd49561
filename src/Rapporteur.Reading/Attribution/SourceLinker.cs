using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Links the words that name a source to the actors of the document.</summary>
internal sealed class SourceLinker
{
    private readonly ReportContext _context;
    private readonly Dictionary<int, Mention> _byHead = [];
    private readonly int[] _mentionOf;
    private readonly HashSet<string> _persons;
    private readonly Dictionary<int, string> _texts = [];
    private readonly Dictionary<int, List<string>> _together = [];

    public SourceLinker(ReportContext context)
    {
        _context = context;
        var document = context.Document;
        _persons = document.Actors.Where(actor => actor.Kind == ActorKind.Person).Select(actor => actor.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var allusion in document.Allusions)
            if (allusion.Kind == AllusionKind.Text) _texts.TryAdd(allusion.Token, allusion.ActorId);
            else if (allusion.Kind == AllusionKind.Joint) (_together.TryGetValue(allusion.Token, out var ids) ? ids : _together[allusion.Token] = []).Add(allusion.ActorId);
        _mentionOf = document.Mentions.IsEmpty ? [] : new int[document.Tokens.Length];
        Array.Fill(_mentionOf, -1);
        for (var m = 0; m < document.Mentions.Length; m++)
        {
            var mention = document.Mentions[m];
            _byHead.TryAdd(mention.HeadToken, mention);
            for (var token = context.FirstTokenAt(mention.Span.Start); token < document.Tokens.Length && document.Tokens[token].Span.Start < mention.Span.End; token++)
                if (_mentionOf[token] < 0) _mentionOf[token] = m;
        }
    }

    /// <summary>Id of the actor that a phrase names, by its head; null where no mention fits.</summary>
    /// <param name="head">Head of the phrase; -1 for none.</param>
    public string? Actor(int head)
    {
        if (head < 0 || _mentionOf.Length == 0) return null;
        if (_together.TryGetValue(head, out var together)) return together[0];
        if (_byHead.TryGetValue(head, out var exact)) return Whose(exact).ActorId;
        if (_mentionOf[head] >= 0) return Whose(_context.Document.Mentions[_mentionOf[head]]).ActorId;
        if (_context.Speaker is { } speaker && DocumentSpeaker.IsFirstPerson(_context, head)) return speaker;
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
        {
            if (!_context.Trees.Has(child, "flat") && !_context.Trees.Has(child, "appos") && !_context.Trees.Has(child, "nmod:desc")) continue;
            if (Actor(child) is { } named) return named;
        }

        return Named(head) ?? Issuer(head) ?? _texts.GetValueOrDefault(head) ?? Beneath(head);
    }

    // "the analyst Marlen of the organization Lakeside said": a name behind "of" is no source where a person stands before it.
    private Mention Whose(Mention mention)
    {
        if (mention.Kind != MentionKind.Name || _persons.Contains(mention.ActorId) || !_context.Trees.Has(mention.HeadToken, "nsubj")) return mention;
        var at = _context.FirstTokenAt(mention.Span.Start) - 1;
        var first = _context.Sentence(mention.HeadToken).FirstToken;
        while (at > first && mention.HeadToken - at < 8 && _context.Token(at).Upos is "DET" or "NOUN" or "ADJ") at--;
        if (at <= first || !(_context.Is(at, "of") || _context.Is(at, "from") || _context.Is(at, "at"))) return mention;
        return _mentionOf[at - 1] is >= 0 and var before && _persons.Contains(_context.Document.Mentions[before].ActorId) ? _context.Document.Mentions[before] : mention;
    }

    /// <summary>A person named inside the phrase ("U.S. Secretary of State Colin Powell"), not as an owner nor behind a preposition; null for none.</summary>
    private string? Named(int head)
    {
        var span = Span(head);
        string? found = null;
        foreach (var mention in MentionsIn(span))
        {
            var token = mention.HeadToken;
            if (mention.Kind != MentionKind.Name || _context.Trees.Has(token, "nmod:poss") || _context.Trees.Has(token, "compound") || !_persons.Contains(mention.ActorId)) continue;
            if (BehindPreposition(mention) || IsInClause(token, head)) continue;
            found = mention.ActorId;
        }

        return found;
    }

    /// <summary>The noun that the tree hung below its own adjective ("an official close to the talks"); null for none.</summary>
    private string? Beneath(int head)
    {
        if (_context.Token(head).Upos is not ("ADJ" or "VERB" or "ADV")) return null;
        var child = _context.Trees.Child(head, "nsubj");
        return child >= 0 && child < head && _byHead.TryGetValue(child, out var mention) ? mention.ActorId : null;
    }

    /// <summary>"a sheet carried out by Father Marlen": named in a clause of its own below the head.</summary>
    private bool IsInClause(int token, int head)
    {
        for (var hop = 0; token >= 0 && token != head && hop < 12; hop++)
        {
            if (_context.Trees.Has(token, "acl") || _context.Trees.Has(token, "obl") || _context.Trees.Has(token, "advcl")) return true;
            token = _context.Token(token).Head;
        }

        return false;
    }

    private bool BehindPreposition(Mention mention)
    {
        var first = _context.FirstTokenAt(mention.Span.Start);
        return first > 0 && _context.Token(first - 1).Upos == "ADP";
    }

    private IEnumerable<Mention> MentionsIn(TextSpan span) => _context.Document.Mentions.Where(mention => span.Contains(mention.Span));

    /// <summary>Whose text it is: "a statement by the ministry", "a report issued by the court"; null where the head is no text or nobody is named.</summary>
    private string? Issuer(int head)
    {
        if (!_context.Lexicon.Documents.Contains(_context.Trees.Lower(head)) && !_context.Lexicon.Media.Contains(_context.Trees.Lower(head))) return null;
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
        {
            if (_context.Trees.Has(child, "nmod") && (_context.Trees.Has(child, "nmod:poss") || _context.Trees.Introducer(child) is "by" or "from" or "of") && Actor(child) is { } owner) return owner;
            if (!_context.Trees.Has(child, "acl") || !_context.Lexicon.Issuing.Contains(_context.Trees.Lower(child))) continue;
            for (var agent = _context.Trees.First(child); agent >= 0; agent = _context.Trees.Next(agent))
                if (_context.Trees.Has(agent, "obl") && _context.Trees.Introducer(agent) is "by" or "from" && Actor(agent) is { } issuer) return issuer;
        }

        return null;
    }

    /// <summary>Ids of the actors joined to a head by "and", the head's own left out.</summary>
    public ImmutableArray<string> Joint(int head, string? own)
    {
        if (head < 0) return [];
        if (_together.TryGetValue(head, out var together)) return [.. together.Where(id => id != own)];
        if (!HasJoint(head)) return [];
        var joint = ImmutableArray.CreateBuilder<string>();
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
            if (_context.Trees.Has(child, "conj") && Actor(child) is { } id && id != own && !joint.Contains(id)) joint.Add(id);
        return joint.ToImmutable();
    }

    private bool HasJoint(int head)
    {
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
            if (_context.Trees.Has(child, "conj") && _context.Trees.Child(child, "cc") >= 0) return true;
        return false;
    }

    /// <summary>The words of the phrase around its head, without relative clauses and marks.</summary>
    /// <param name="head">Head of the phrase.</param>
    /// <param name="cue">A verb below it that is left out with what belongs to it; -1 for none.</param>
    public TextSpan Span(int head, int cue = -1)
    {
        var tokens = new List<int>();
        _context.Trees.Collect(head, tokens, child => child == cue || child > head
            && (_context.Trees.Has(child, "acl:relcl") || _context.Trees.Has(child, "parataxis") || _context.Trees.Has(child, "advcl") || _context.Trees.Has(child, "ccomp"))
            || child > head && _context.Trees.Introducer(child) == "as" || _context.Trees.Has(child, "cop") || _context.Trees.Has(child, "case") && child < head || _context.Trees.Has(child, "nsubj"));
        tokens.Sort();
        var at = tokens.IndexOf(head);
        var (first, last) = (at, at);
        while (first > 0 && tokens[first - 1] == tokens[first] - 1) first--;
        while (last + 1 < tokens.Count && tokens[last + 1] == tokens[last] + 1) last++;
        while (first < at && _context.IsPunctuation(tokens[first])) first++;
        while (last > at && _context.IsPunctuation(tokens[last])) last--;
        return _context.Token(tokens[first]).Span.Cover(_context.Token(tokens[last]).Span);
    }
}
