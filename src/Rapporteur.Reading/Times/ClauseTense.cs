namespace Rapporteur.Reading;

/// <summary>Reads the tense of the clause on which a time depends, by climbing the tree to the verb that governs it.</summary>
internal sealed class ClauseTense
{
    private const int Steps = 8;

    private readonly AnnotatedDocument _document;
    private readonly List<TimeWord> _words;
    private readonly TimeVocabulary _vocabulary;
    private readonly Dictionary<int, List<int>> _verbal = [];
    private readonly int _modal;
    private readonly int _ahead;
    private readonly int _plan;
    private readonly int _event;

    internal ClauseTense(AnnotatedDocument document, List<TimeWord> words, TimeVocabulary vocabulary)
    {
        (_document, _words, _vocabulary) = (document, words, vocabulary);
        _modal = vocabulary.Class("modal");
        _ahead = vocabulary.Class("ahead-cue");
        _plan = vocabulary.Class("plan-cue");
        _event = vocabulary.Class("ahead-noun");
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i].Head < 0 || document.Tokens[i].Relation is not ("aux" or "aux:pass" or "cop" or "mark")) continue;
            if (!_verbal.TryGetValue(document.Tokens[i].Head, out var list)) _verbal[document.Tokens[i].Head] = list = [];
            list.Add(i);
        }
    }

    /// <summary>Tense of the clause; unknown without syntax and where no verb governs the time.</summary>
    /// <param name="token">Token of the time.</param>
    internal Tense At(int token)
    {
        if (token < 0 || _document.Tokens[token].Relation.Length == 0) return Tense.Unknown;
        for (var (at, step) = (_document.Tokens[token].Head, 0); at >= 0 && step < Steps; at = _document.Tokens[at].Head, step++)
        {
            if (Is(at, _event)) return Tense.Future;
            if (Of(at) is var tense and not Tense.Unknown) return tense;
        }

        return Tense.Unknown;
    }

    /// <summary>Whether the time stands with an infinitive after a wish or a plan in the present: "wants them to sign on Saturday".</summary>
    /// <param name="token">Token of the time.</param>
    internal bool IsWished(int token)
    {
        if (token < 0 || _document.Tokens[token].Head is not (var verb and >= 0) || _document.Tokens[verb].Head is not (var wish and >= 0)) return false;
        return _document.Tokens[verb].Relation is "xcomp" or "ccomp" && _document.Tokens[verb].Xpos == "VB" && _document.Tokens[wish].Xpos is "VBZ" or "VBP";
    }

    // Unknown for what is no clause and for participles, whose clause is the next one.
    private Tense Of(int head)
    {
        var token = _document.Tokens[head];
        var around = _verbal.GetValueOrDefault(head) ?? [];
        if (token.Upos != "VERB" && !around.Exists(each => _document.Tokens[each].Relation is "cop" or "aux")) return Tense.Unknown;
        if (around.Exists(each => Is(each, _modal) || _document.Tokens[each].Xpos is "MD" or "TO")) return Tense.Future;
        if (Is(head, _ahead) || Is(head, _plan)) return Tense.Future;
        var finite = around.Find(each => _document.Tokens[each].Xpos is "VBD" or "VBZ" or "VBP");
        var tag = around.Exists(each => each == finite) ? _document.Tokens[finite].Xpos : token.Xpos;
        return tag switch
        {
            "VBD" => Tense.Past,
            "VB" => Tense.Future,
            "VBZ" or "VBP" when token.Xpos == "VBN" && _document.Tokens[finite].Lemma == "have" => Tense.Past,
            "VBZ" or "VBP" => Tense.Present,
            _ => Tense.Unknown,
        };
    }

    private bool Is(int token, int atom)
    {
        var start = _document.Tokens[token].Span.Start;
        var (low, high) = (0, _words.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].End <= start) low = middle + 1;
            else if (_words[middle].Start > start) high = middle - 1;
            else return _vocabulary.Is(_words[middle], _document.Text, atom);
        }

        return false;
    }
}
