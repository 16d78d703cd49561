using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>The kinds of lines that a template may ask for, by name.</summary>
internal static class LineKinds
{
    /// <summary>Claims of given types.</summary>
    public const string Claims = "claims";

    /// <summary>Sanctions, tariffs, aid, arms and the like.</summary>
    public const string Measures = "measures";

    /// <summary>Facets of given kinds.</summary>
    public const string Facets = "facets";

    /// <summary>What changed since a day.</summary>
    public const string Changes = "changes";

    /// <summary>A section of the full brief, as it stands there.</summary>
    public const string Section = "section";

    /// <summary>Parties with what each wants and judges.</summary>
    public const string Parties = "parties";

    /// <summary>Notes of analysts.</summary>
    public const string Notes = "notes";

    private static readonly FrozenDictionary<string, Func<TemplateDesk, TemplateItem, IEnumerable<Candidate>>> Lines = new Dictionary<string, Func<TemplateDesk, TemplateItem, IEnumerable<Candidate>>>(StringComparer.Ordinal)
    {
        ["story"] = (desk, item) => StoryLines.Of(desk, item.Most),
        [Changes] = (desk, item) => ChangeLines.Of(desk, item.Subjects),
        ["meetings"] = (desk, _) => MeetingLines.InPlay(desk),
        ["meetings-ahead"] = (desk, _) => MeetingLines.Ahead(desk),
        ["meetings-held"] = (desk, _) => MeetingLines.Held(desk),
        ["meetings-off"] = (desk, _) => MeetingLines.Off(desk),
        ["deadlines"] = (desk, _) => DeadlineLines.All(desk),
        ["deadlines-pending"] = (desk, _) => DeadlineLines.Pending(desk),
        ["deadlines-undated"] = (desk, _) => DeadlineLines.Undated(desk),
        ["deadlines-passed"] = (desk, _) => DeadlineLines.Passed(desk),
        ["follow-through"] = (desk, _) => FindingLines.FollowThrough(desk),
        ["deadlocks"] = (desk, _) => FindingLines.Deadlocks(desk),
        ["breaks"] = (desk, _) => FindingLines.Breaks(desk),
        ["waiting"] = (desk, _) => FindingLines.Waiting(desk),
        ["disputes"] = (desk, _) => FindingLines.Disputes(desk),
        ["firm"] = (desk, item) => ClaimLines.Firm(desk, item.Most),
        ["moves"] = (desk, _) => ClaimLines.Moves(desk),
        [Measures] = (desk, item) => ThreadLines.Measures(desk, item.Role),
        ["commitments"] = (desk, _) => ThreadLines.Commitments(desk),
        ["fighting"] = (desk, _) => ClaimLines.Fighting(desk),
        [Claims] = ClaimLines.Of,
        [Facets] = ClaimLines.Facets,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every kind, sorted.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Lines.Keys.Concat([Section, Parties, Notes]).Order(StringComparer.Ordinal)];

    /// <summary>The lines of a kind, the most telling first.</summary>
    public static IEnumerable<Candidate> Of(TemplateDesk desk, TemplateItem item) => Lines[item.Kind](desk, item);
}
