using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Matches one rule at one word and fills the fields.</summary>
internal static class FacetMatcher
{
    /// <summary>Begins the name of a place inside the words of a field that was filled before: <c>in:component</c>.</summary>
    public const string Within = "in:";

    /// <summary>The same for actors that give what the words name: "a Spanish garrison", "arms from Spain".</summary>
    public const string Giving = "giving:";

    /// <summary>The fields that a rule gives at a word; null where it does not match.</summary>
    public static ImmutableArray<FacetField>? Match(ClaimScene scene, FacetSet set, FacetRule rule, int trigger)
    {
        foreach (var test in rule.Needs)
            if (!Holds(scene, test, trigger)) return null;
        foreach (var test in rule.Excludes)
            if (Holds(scene, test, trigger)) return null;
        var fields = ImmutableArray.CreateBuilder<FacetField>();
        foreach (var slot in rule.Slots)
        {
            if (slot.Name is "polarity" or "modality") continue;
            if (Fill(scene, set, slot, trigger, fields) is { } field) fields.Add(field);
            else if (slot.Required) return null;
        }

        return fields.DrainToImmutable();
    }

    private static string? Inside(string stretch) =>
        stretch.StartsWith(Within, StringComparison.Ordinal) ? stretch[Within.Length..] : stretch.StartsWith(Giving, StringComparison.Ordinal) ? stretch[Giving.Length..] : null;

    private static bool Holds(ClaimScene scene, FacetTest test, int trigger)
    {
        foreach (var one in test.Any)
            if (one.Frame is { } frame ? FrameMatcher.Holds(scene, frame, trigger) : FacetStretch.Holds(scene, trigger, one.Stretch, one.Lemmas!)) return true;
        return false;
    }

    private static FacetField? Fill(ClaimScene scene, FacetSet set, FacetSlot slot, int trigger, IReadOnlyList<FacetField> filled)
    {
        foreach (var place in slot.Places)
        {
            var within = Inside(place.Stretch) is { } name ? filled.FirstOrDefault(f => f.Name == name) ?? new FacetField("") : null;
            var field = slot.Type switch
            {
                FacetFieldType.Words => Spans(slot, FacetWords.One(scene, place, trigger)),
                FacetFieldType.Items => Spans(slot, FacetWords.Many(scene, place, trigger)),
                FacetFieldType.Places => Spans(slot, FacetPlaces.Only(scene, FacetWords.Many(scene, place, trigger))),
                FacetFieldType.Actors => Named(slot, within is null ? FacetActors.At(scene, place, trigger) : FacetActors.In(scene, within.Spans, giving: place.Stretch.StartsWith(Giving, StringComparison.Ordinal)), FacetActors.Unlisted(scene, place, trigger)),
                FacetFieldType.Media => Named(slot, FacetActors.Media(scene, FacetActors.At(scene, place, trigger))),
                _ => Value(scene, set, slot, place, trigger),
            };
            if (field is not null) return field;
        }

        return slot.Fixed is { } known ? new FacetField(slot.Name) { Value = known } : null;
    }

    private static FacetField? Spans(FacetSlot slot, ImmutableArray<TextSpan> spans) => spans.IsEmpty ? null : new FacetField(slot.Name) { Spans = spans };

    // A list of which some are used as places keeps those as words.
    private static FacetField? Named(FacetSlot slot, ImmutableArray<string> actors, ImmutableArray<TextSpan> words = default) =>
        actors.IsEmpty && words.IsDefaultOrEmpty ? null : new FacetField(slot.Name) { Actors = actors, Spans = words.IsDefault ? [] : words };

    private static FacetField? Value(ClaimScene scene, FacetSet set, FacetSlot slot, FacetPlace place, int trigger)
    {
        foreach (var token in FacetWords.Tokens(scene, place, trigger))
            if (set.ValueOf(slot.List, FacetStretch.LemmaOf(scene, token)) is { } value) return new(slot.Name) { Value = value };
        return null;
    }
}
