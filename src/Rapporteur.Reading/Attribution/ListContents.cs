namespace Rapporteur.Reading;

/// <summary>Gives the items of a list to whoever introduces it: "She outlined two steps:", "The envoy said:" and lines behind it.</summary>
internal sealed class ListContents(ReportContext context, SourceFinder sources, ItemLists lists)
{
    /// <summary>Adds the items of every list that somebody's words introduce to their content.</summary>
    public void Visit()
    {
        foreach (var list in lists.In(context.Document))
        {
            if ((Owner(list.Intro) ?? Opened(list.Intro)) is not { } owner) continue;
            foreach (var item in list.Items)
            {
                for (var s = item.FirstSentence; s < item.EndSentence; s++)
                {
                    var sentence = context.Document.Sentences[s];
                    var first = Math.Max(sentence.FirstToken, item.FirstToken);
                    owner.Starts.Add(first);
                    for (var token = first; token < sentence.EndToken; token++) owner.Content.Add(token);
                }
            }
        }
    }

    // Of the words attributed that reach the colon, the longest: what somebody says that somebody said is his.
    private ReportDraft? Owner(int intro)
    {
        var (first, last) = context.Words(context.Document.Sentences[intro]);
        ReportDraft? owner = null;
        for (var token = first; token <= last; token++)
            if (context.Drafts.TryGetValue(token, out var draft) && !draft.Stance && draft.Source >= 0 && context.PassageOf[token] < 0 && draft.Content.Contains(last) && draft.Content.Count > (owner?.Content.Count ?? 0)) owner = draft;
        return owner;
    }

    // "The envoy told reporters on Friday:" has no content of its own.
    private ReportDraft? Opened(int intro)
    {
        var (first, last) = context.Words(context.Document.Sentences[intro]);
        for (var token = first; token <= last; token++)
        {
            if (context.Token(token).Head >= 0 || context.PassageOf[token] >= 0 || context.Drafts.ContainsKey(token)) continue;
            if (context.Verb(token) is not { Class: CueClass.Speech or CueClass.Writing } entry || !entry.Takes(CueFrame.Quote) || context.Trees.Child(token, "obj") > token && !entry.Takes(CueFrame.Addressee)) return null;
            var source = sources.Subject(token);
            if (source < 0 || context.Token(source).Upos == "PRON" && DocumentSpeaker.IsFirstPerson(context, source)) return null;
            var draft = new ReportDraft(token, entry, "list") { Source = source };
            context.Drafts.Add(token, draft);
            return draft;
        }

        return null;
    }
}
