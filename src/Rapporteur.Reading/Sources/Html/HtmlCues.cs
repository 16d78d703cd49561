using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Rapporteur.Reading;

/// <summary>The names by which web pages mark their parts (<c>data/sources/html.txt</c>).</summary>
internal sealed class HtmlCues
{
    private readonly FrozenSet<string> strong;
    private readonly FrozenSet<string> weak;
    private readonly FrozenSet<string> article;
    private readonly FrozenSet<string> caption;
    private readonly FrozenSet<string> standfirst;
    private readonly FrozenSet<string> roles;

    private HtmlCues(LineCues lists)
    {
        FrozenSet<string> Set(string section) => lists.All(section).ToFrozenSet(StringComparer.Ordinal);
        (strong, weak, article) = (Set("strong"), Set("weak"), Set("article"));
        (caption, standfirst, roles) = (Set("caption"), Set("standfirst"), Set("skip-roles"));
        SkipTags = Set("skip-tags");
        ArticleTypes = Set("ld-types");
        MetaTitle = lists.All("meta-title");
        MetaDate = lists.All("meta-date");
        MetaPublisher = lists.All("meta-publisher");
        MetaRights = lists.All("meta-rights");
        MetaMarking = lists.All("meta-marking");
    }

    public FrozenSet<string> SkipTags { get; }

    /// <summary>Types of schema.org that an article may have.</summary>
    public FrozenSet<string> ArticleTypes { get; }

    public IReadOnlyList<string> MetaTitle { get; }

    public IReadOnlyList<string> MetaDate { get; }

    public IReadOnlyList<string> MetaPublisher { get; }

    public IReadOnlyList<string> MetaRights { get; }

    public IReadOnlyList<string> MetaMarking { get; }

    public static HtmlCues Load(DataFolder data) => new(LineCues.Load(data, "sources/html.txt"));

    public bool IsSkippedRole(IElement element) => element.GetAttribute("role") is { } role && roles.Contains(role);

    /// <summary>What the class and id of an element say of it.</summary>
    public HtmlHint Hint(IElement element)
    {
        var hint = HtmlHint.None;
        foreach (var name in Names(element))
        {
            hint |= Of(name);
            foreach (var part in Parts(name)) hint |= Of(part);
        }

        return hint;
    }

    private HtmlHint Of(string word) =>
        (strong.Contains(word) ? HtmlHint.Strong : 0) | (weak.Contains(word) ? HtmlHint.Weak : 0) | (article.Contains(word) ? HtmlHint.Article : 0) |
        (caption.Contains(word) ? HtmlHint.Caption : 0) | (standfirst.Contains(word) ? HtmlHint.Standfirst : 0);

    private static IEnumerable<string> Names(IElement element)
    {
        foreach (var attribute in new[] { element.ClassName, element.Id, element.GetAttribute("data-component"), element.GetAttribute("data-testid"), element.GetAttribute("itemprop") })
        {
            if (string.IsNullOrEmpty(attribute) || attribute.Length > 1000) continue;
            foreach (var name in attribute.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) yield return name;
        }
    }

    // "relatedPosts_box" gives related, posts, box; the whole name is tried in lower case by the caller.
    private static List<string> Parts(string name)
    {
        var parts = new List<string> { name.ToLowerInvariant().Replace('_', '-') };
        var part = new StringBuilder();
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || name[i] is '-' or '_' or ':' or '.' || (char.IsUpper(name[i]) && i > 0 && char.IsLower(name[i - 1]));
            if (ends && part.Length > 0)
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            if (i < name.Length && char.IsLetterOrDigit(name[i])) part.Append(char.ToLowerInvariant(name[i]));
        }

        return parts;
    }
}

/// <summary>What class and id say of an element.</summary>
[Flags]
internal enum HtmlHint
{
    None = 0,

    /// <summary>Surely no part of the article.</summary>
    Strong = 1,

    /// <summary>No part of the article where it is small.</summary>
    Weak = 2,

    /// <summary>May hold the article.</summary>
    Article = 4,
    Caption = 8,
    Standfirst = 16,
}
