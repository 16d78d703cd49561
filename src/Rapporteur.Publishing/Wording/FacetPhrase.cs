using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Puts a facet into words: a template of its kind filled with its fields; a kind without one lists its fields.</summary>
internal static class FacetPhrase
{
    /// <summary>The line's parts.</summary>
    public static ImmutableArray<TextPart> Of(RecordedFacet recorded, ActorNames names)
    {
        var facet = recorded.Facet;
        var template = (Words.Find("facet.line." + facet.Kind) ?? Listing(facet)) + "[" + Words.Of("thread.holder") + "]";
        var parts = Trimmed(Template.Fill(template, field => field switch
        {
            "holder" => facet.Holder is { } holder && holder != Actor.Narrator && !facet.Fields.Any(f => f.Actors.Contains(holder)) ? [names.Of(holder)] : [],
            "evidence" => [Parts.Quote(recorded.Evidence.Quote)],
            _ => Field(recorded, field, names),
        }));
        return IsTelling(facet) ? parts : [.. parts, Parts.Plain(parts.IsEmpty ? "" : " – "), Parts.Quote(recorded.Evidence.Quote)];
    }

    /// <summary>Labels: hedge, negation and voice.</summary>
    public static ImmutableArray<Badge> Badges(Facet facet)
    {
        var badges = ImmutableArray.CreateBuilder<Badge>();
        if (facet.Modality != Modality.Certain) badges.Add(ClaimPhrase.Badge(BadgeKind.Hedge, "modality", facet.Modality));
        if (facet.Polarity == Polarity.Negative) badges.Add(new(BadgeKind.State, "negated", Words.Of("facet.negated")));
        badges.Add(ClaimPhrase.Badge(BadgeKind.Voice, "voice", facet.Voice));
        return badges.ToImmutable();
    }

    /// <summary>Heading of a kind.</summary>
    public static string Title(string kind) => Words.Find("facet.title." + kind) ?? char.ToUpper(kind[0], CultureInfo.InvariantCulture) + kind[1..].Replace('-', ' ');

    // Words of the text, or an actor together with something else that is told of it; without them the sentence follows.
    private static bool IsTelling(Facet facet) => facet.Fields.Any(f => !f.Spans.IsEmpty) || (facet.Fields.Length > 1 && facet.Fields.Any(f => !f.Actors.IsEmpty));

    private static string Listing(Facet facet) => string.Concat(facet.Fields.Select(f => $"[; {f.Name.Replace('-', ' ')}: {{{f.Name}}}]"));

    private static ImmutableArray<TextPart> Field(RecordedFacet recorded, string name, ActorNames names)
    {
        if (recorded.Facet[name] is not { } field) return [];
        if (field.Value is { } value) return [Parts.Plain(Words.Find($"facet.value.{name}.{value}") ?? value.Replace('-', ' '))];
        return [.. names.All(field.Actors), .. Parts.Join(field.Spans.Select(s => Parts.Quote(s.Slice(recorded.Document.Text))))];
    }

    // A template may begin with a group that is left out; what would then lead the line is cut.
    private static ImmutableArray<TextPart> Trimmed(ImmutableArray<TextPart> parts)
    {
        if (parts.IsEmpty || parts[0].Kind != PartKind.Plain) return parts;
        var first = parts[0].Text.TrimStart(' ', ',', ';', ':', '–', '·');
        return first.Length == 0 ? parts.RemoveAt(0) : parts.SetItem(0, parts[0] with { Text = first });
    }
}
