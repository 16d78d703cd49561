using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines on deadlines, each a sentence with its day and what became of it.</summary>
internal static class DeadlineLines
{
    /// <summary>Pending ones by the day they fall due, then the others, the latest first.</summary>
    public static IEnumerable<Candidate> All(TemplateDesk desk) => Pending(desk).Concat(Passed(desk));

    /// <summary>Those whose day has not come, by day.</summary>
    public static IEnumerable<Candidate> Pending(TemplateDesk desk) => Of(desk, true);

    /// <summary>Those whose day has passed, or that were met, moved or taken back, the latest first.</summary>
    public static IEnumerable<Candidate> Passed(TemplateDesk desk) => Of(desk, false);

    /// <summary>Those of which no text gives a day.</summary>
    public static IEnumerable<Candidate> Undated(TemplateDesk desk) => DeadlinesSection.Sorted(desk.Desk).Where(d => d.Due is null or { IsUnknown: true }).Select(d => Line(desk, d));

    private static IEnumerable<Candidate> Of(TemplateDesk desk, bool pending) => DeadlinesSection.Sorted(desk.Desk)
        .Where(d => (d.State == DeadlineState.Pending) == pending && d.Due is { IsUnknown: false }).Select(d => Line(desk, d));

    /// <summary>A deadline in a sentence.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="distant">Whether it says how far off its day is.</param>
    public static Candidate Line(TemplateDesk desk, Deadline deadline, bool distant = true)
    {
        var ground = DeadlinesSection.Ground(deadline);
        var template = Words.Of(deadline.SelfSet ? "sentence.deadline-self" : deadline.Addressees.IsDefaultOrEmpty ? "sentence.deadline-open" : "sentence.deadline");
        var state = deadline.Due is null or { IsUnknown: true } ? "sentence.deadline-undated" : deadline.Coverage is null ? "sentence.deadline-state" : deadline.State == DeadlineState.Lapsed ? "sentence.deadline-lapsed" : "sentence.deadline-unread";
        if (!distant) template = template.Replace("[ ({distance})]", "", StringComparison.Ordinal);
        return new(deadline.Key, DeadlinesSection.Fill(desk.Desk, deadline, template + Words.Of(state)), ClaimPhrase.Badges(ground), [ground, .. deadline.Claims.Where(c => BriefDesk.IsLive(c) && c != ground && c.Evidence == ground.Evidence)]) { IsThread = true };
    }
}
