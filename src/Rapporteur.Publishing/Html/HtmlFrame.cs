using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes what stands around the sections: banner of the marking, contents, header.</summary>
internal static class HtmlFrame
{
    private const int ShownParties = 8;

    public static void Banner(Markup html, BriefHeader header)
    {
        var shown = header.Marking == Marking.Unmarked ? Marking.Amber : header.Marking;
        html.Element("div", HeaderWords.Marking(header), ("class", "tlp " + Words.Code(shown)), ("role", "note"), ("aria-label", Words.Of("header.marking")));
        html.Break();
    }

    public static void Contents(Markup html, Brief brief)
    {
        html.Open("nav", ("class", "contents"), ("aria-label", Words.Of("header.contents")));
        html.Element("p", Words.Of("header.contents"), ("class", "nav-title"));
        html.Open("ol");
        foreach (var section in brief.Sections)
        {
            var count = section.Lines.Count() + section.Blocks.Count(b => b is NoteBlock { On.IsEmpty: true });
            Entry(html, section.Id, section.Title, count);
        }

        if (!brief.Sources.IsEmpty) Entry(html, "sources", Words.Of("section.sources.title"), brief.Sources.Length);
        html.Close("ol");
        html.Close("nav");
        html.Break();
    }

    public static void Header(Markup html, HtmlText text, Brief brief)
    {
        var header = brief.Header;
        html.Open("header");
        if (HeaderWords.Form(header) is { } form)
        {
            html.Open("p", ("class", "form"));
            html.Isolated(form);
            html.Close("p");
        }

        html.Open("h1");
        html.Isolated(header.Title);
        html.Close("h1");
        html.Open("p", ("class", "day"));
        html.Text(HeaderWords.Day(header));
        html.Close("p");
        html.Element("p", string.Join(" · ", HeaderWords.Counts(header)), ("class", "counts"));
        if (header.Since is not null) html.Element("p", HeaderWords.Since(header), ("class", "counts"));
        foreach (var reader in header.Readers) html.Element("p", HeaderWords.Reader(reader), ("class", "reader"));
        Parties(html, text, brief);
        if (brief.Sections.IsEmpty) html.Element("p", Words.Of("header.nothing"), ("class", "nothing"));
        else if (!brief.EmptySections.IsEmpty) html.Element("p", HeaderWords.Empty(brief), ("class", "counts"));
        html.Close("header");
        html.Break();
    }

    private static void Parties(Markup html, HtmlText text, Brief brief)
    {
        var speaking = brief.Parties.Where(p => p.Speaks).ToList();
        if (speaking.Count == 0) return;
        html.Open("p", ("class", "parties"));
        html.Text(Words.Of("header.parties") + ": ");
        foreach (var (i, party) in speaking.Take(ShownParties).Index())
        {
            if (i > 0) html.Text(", ");
            text.Parts([new(PartKind.Actor, party.Name) { Party = party.Key }]);
        }

        if (speaking.Count > ShownParties) html.Text(" " + Words.Count("header.more-parties", speaking.Count - ShownParties));
        html.Close("p");
    }

    private static void Entry(Markup html, string id, string title, int count)
    {
        html.Open("li");
        html.Element("a", title, ("href", "#" + id));
        html.Text(" ");
        html.Element("span", Words.Number(count), ("class", "n"));
        html.Close("li");
    }
}
