using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Builds a brief by a template. What a template asks for and no claim supports is not there; the header names it.</summary>
internal static class TemplateBuilder
{
    /// <param name="template">The template.</param>
    /// <param name="whole">The record, for what the header counts.</param>
    /// <param name="allowed">The record without what may not be shown.</param>
    /// <param name="options">How to make the brief, with the notes that may be shown.</param>
    /// <param name="deadlocks">The deadlocks that may be shown.</param>
    /// <param name="tallies">What was counted over the record.</param>
    public static Brief Build(BriefTemplate template, RecordSnapshot whole, RecordSnapshot allowed, BriefOptions options, ImmutableArray<Deadlock> deadlocks, RecordTallies tallies)
    {
        Check(template, options);
        var subject = BriefSubject.Of(allowed, options);
        var recent = template.Needs.Contains(TemplateNeed.Since) ? allowed : SinceFilter.Apply(allowed, options.Since);
        if (subject is not null)
        {
            recent = subject.Narrow(recent);
            deadlocks = [.. deadlocks.Where(d => subject.Concerns(d, recent))];
            options = options with { Notes = [.. options.Notes.Where(n => subject.Concerns(n.About) || (n.On is { } on && recent.Claims.Any(c => c.Claim.Id.StartsWith(on, StringComparison.Ordinal))))] };
        }

        // What a template tells since a day is all new; a badge on each line would say nothing.
        var desk = new TemplateDesk(new(recent, template.Needs.Contains(TemplateNeed.Since) ? options with { Since = null } : options, deadlocks), tallies, subject);
        var built = template.Sections.Select(s => (Section: s, Heading: Heading(s, subject), Blocks: Blocks(desk, s))).ToImmutableArray();
        return new()
        {
            Header = HeaderMaker.Header(whole, allowed, recent, options, desk.Desk.Day) with { Template = template.Name, Form = template.Title, Subject = subject?.Name, OnlySince = template.Needs.Contains(TemplateNeed.Since) },
            Sections = [.. built.Where(s => !s.Blocks.IsEmpty).Select(s => new Section(s.Section.Id, s.Heading, s.Section.Note, s.Blocks))],
            EmptySections = [.. built.Where(s => s.Blocks.IsEmpty && s.Section.Items.Any(i => i.Kind != LineKinds.Notes)).Select(s => s.Heading)],
            Parties = desk.Desk.Parties,
            Sources = HeaderMaker.Sources(allowed, recent, desk.Desk),
        };
    }

    private static void Check(BriefTemplate template, BriefOptions options)
    {
        foreach (var need in template.Needs)
        {
            var given = need switch { TemplateNeed.Since => options.Since is not null, TemplateNeed.Actor => options.Actor is not null, _ => options.Issue is not null };
            if (!given) throw new ArgumentException($"The template {template.Name} needs the option {need}.", nameof(options));
        }
    }

    private static string Heading(TemplateSection section, BriefSubject? subject) => section.Heading.Replace("{subject}", subject?.Name ?? "", StringComparison.Ordinal);

    private static ImmutableArray<Block> Blocks(TemplateDesk desk, TemplateSection section)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var plain = ImmutableArray.CreateBuilder<Line>();
        var left = section.Most;
        desk.Begin(section.Again);
        foreach (var item in section.Items)
        {
            var made = Blocks(desk, section, item, left);
            left -= made.Sum(b => b.Lines.Count());
            if (made is [LineList list] && item.Heading is null)
            {
                plain.AddRange(list.Items);
                continue;
            }

            Flush();
            blocks.AddRange(item.Heading is { } heading && !made.IsEmpty ? [new Group(desk.Desk.Id("g", section.Id, heading), [Parts.Plain(Headed(heading, desk.Subject))], null, made)] : made);
        }

        Flush();
        return blocks.ToImmutable();

        // Lines of several items without a heading are one list.
        void Flush()
        {
            if (plain.Count > 0) blocks.Add(new LineList(plain.DrainToImmutable()));
        }
    }

    private static string Headed(string heading, BriefSubject? subject) => heading.Replace("{subject}", subject?.Name ?? "", StringComparison.Ordinal);

    private static ImmutableArray<Block> Blocks(TemplateDesk desk, TemplateSection section, TemplateItem item, int left) => item.Kind switch
    {
        LineKinds.Section => BriefSections.Build(item.Section!, desk.Desk, desk.Tallies),
        LineKinds.Notes => NotesSection.Build(desk.Desk),
        LineKinds.Parties => PartyLines.Of(desk, section.Id, item.Most),
        _ => desk.Lines(section.Id, LineKinds.Of(desk, item), Math.Min(left, item.Most)) is { IsEmpty: false } lines ? [new LineList(lines)] : [],
    };
}
