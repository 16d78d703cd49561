using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What the reader that ships tells of a text of our own, asked for in one line: <c>threat by=France; if=…</c> or <c>venue status=option</c>.</summary>
internal static class Told
{
    /// <summary>Fails unless the text holds a claim or facet of the kind with these fields.</summary>
    public static void Has(string text, string expected)
    {
        var document = SampleReader.Annotate(text);
        var found = All(document).ToList();
        Assert.True(found.Exists(line => Fits(line, expected)), $"{text}\nlacks {expected}\nholds {string.Join("\n      ", found.Select(Shown))}");
    }

    /// <summary>Fails where the text holds one.</summary>
    public static void HasNone(string text, string expected)
    {
        var document = SampleReader.Annotate(text);
        Assert.DoesNotContain(All(document), line => Fits(line, expected));
    }

    private static bool Fits((string Kind, Func<string, string?> Field, string Shown) line, string expected)
    {
        var space = expected.IndexOf(' ', StringComparison.Ordinal);
        if (line.Kind != (space < 0 ? expected : expected[..space])) return false;
        return space < 0 || new FrameExample("", true, expected[(space + 1)..]).Fields.All(f => line.Field(f.Field) == f.Value);
    }

    private static string Shown((string Kind, Func<string, string?> Field, string Shown) line) => line.Kind + " " + line.Shown;

    private static IEnumerable<(string Kind, Func<string, string?> Field, string Shown)> All(AnnotatedDocument document)
    {
        foreach (var claim in document.Claims)
            yield return (EnumSpelling.Of(claim.Type), field => Field(document, claim, field), string.Join("; ", Fields.Select(f => (f, v: Field(document, claim, f))).Where(f => f.v.Length > 0).Select(f => $"{f.f}={f.v}")));
        foreach (var facet in document.Facets)
            yield return (facet.Kind, field => FacetSamples.Field(document, facet, field), FacetSamples.Line(document, facet));
    }

    private static readonly string[] Fields = ["by", "holder", "to", "participants", "about", "what", "if", "then", "consequence", "form", "level", "format", "status", "kind", "due", "when", "where", "polarity", "modality", "voice", "quoted", "quantities"];

    private static string Field(AnnotatedDocument document, Claim claim, string field) => field switch
    {
        "voice" => EnumSpelling.Of(claim.Voice),
        "quoted" => claim.Quoted is { } quoted ? EnumSpelling.Of(quoted) : "",
        "quantities" => string.Join(",", claim.Quantities.Select(q => FormattableString.Invariant($"{q.Value} {q.Unit}"))),
        _ => SampleReader.Field(document, claim, field),
    };
}
