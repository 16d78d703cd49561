using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Tests;

/// <summary>Facets of sentences of our own.</summary>
internal static class FacetSamples
{
    private static readonly Lazy<FrameSet> Frames = new(() => FrameSet.Load(DataFolder.Shipped));
    private static readonly Lazy<Dictionary<string, IReadOnlySet<string>>> Loaded = new(() =>
    {
        var sets = new Dictionary<string, IReadOnlySet<string>>(Frames.Value.Sets, StringComparer.Ordinal);
        foreach (var file in DataFolder.Shipped.Files("facets", ".sets")) FrameFile.ReadSets(DataFolder.Shipped, file, sets);
        return sets;
    });

    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Sets => Loaded.Value;

    public static ClaimScene Scene(AnnotatedDocument document) => new(document, Frames.Value);

    /// <summary>A field in words: spans and actors joined by commas, or the value; empty where there is none.</summary>
    public static string Field(AnnotatedDocument document, Facet facet, string name)
    {
        if (name == "holder") return NameOf(document, facet.Holder);
        if (name == "polarity") return facet.Polarity == Polarity.Negative ? "-" : "+";
        if (name == "modality") return facet.Modality.ToString().ToLowerInvariant();
        if (facet[name] is not { } field) return "";
        return field.Value ?? string.Join(",", field.Spans.Select(s => s.Slice(document.Text)).Concat(field.Actors.Select(a => NameOf(document, a))));
    }

    /// <summary>A facet of a kind in one line: <c>status=open; items=The agenda</c>.</summary>
    public static string Line(AnnotatedDocument document, Facet facet) => string.Join("; ", facet.Fields.Select(f => $"{f.Name}={Field(document, facet, f.Name)}"));

    private static string NameOf(AnnotatedDocument document, string? id) => document.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id ?? "";
}
