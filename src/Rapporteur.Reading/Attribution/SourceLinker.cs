using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Links the words that name a source to the actors of the document.</summary>
internal sealed class SourceLinker
{
    private readonly ReportContext _context;
    private readonly Dictionary<int, Mention> _byHead = [];
    private readonly int[] _mentionOf;

    public SourceLinker(ReportContext context)
    {
        _context = context;
        var document = context.Document;
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
        if (_byHead.TryGetValue(head, out var exact)) return exact.ActorId;
        if (_mentionOf[head] >= 0) return _context.Document.Mentions[_mentionOf[head]].ActorId;
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
        {
            if (!_context.Trees.Has(child, "flat") && !_context.Trees.Has(child, "appos") && !_context.Trees.Has(child, "nmod:desc")) continue;
            if (Actor(child) is { } named) return named;
        }

        return null;
    }

    /// <summary>Ids of the actors joined to a head by "and", the head's own left out.</summary>
    public ImmutableArray<string> Joint(int head, string? own)
    {
        if (head < 0) return [];
        var joint = ImmutableArray.CreateBuilder<string>();
        for (var child = _context.Trees.First(head); child >= 0; child = _context.Trees.Next(child))
            if (_context.Trees.Has(child, "conj") && Actor(child) is { } id && id != own && !joint.Contains(id)) joint.Add(id);
        return joint.ToImmutable();
    }

    /// <summary>The words of the phrase around its head, without relative clauses and marks.</summary>
    /// <param name="head">Head of the phrase.</param>
    /// <param name="cue">A verb below it that is left out with what belongs to it; -1 for none.</param>
    public TextSpan Span(int head, int cue = -1)
    {
        var tokens = new List<int>();
        _context.Trees.Collect(head, tokens, child => child == cue || child > head
            && (_context.Trees.Has(child, "acl:relcl") || _context.Trees.Has(child, "parataxis") || _context.Trees.Has(child, "advcl") || _context.Trees.Has(child, "ccomp"))
            || _context.Trees.Has(child, "cop") || _context.Trees.Has(child, "case") && child < head || _context.Trees.Has(child, "nsubj"));
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
