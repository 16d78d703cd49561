using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Tests;

/// <summary>The reader that ships, loaded once for all tests.</summary>
internal static class SampleReader
{
    private static readonly Lazy<ReadingPipeline> Loaded = new(() => ReadingPipeline.Load(DataFolder.Shipped));
    private static readonly Lazy<ClaimAnnotator> LoadedFrames = new(() => new(DataFolder.Shipped, scored: false));

    public static ReadingPipeline Pipeline => Loaded.Value;

    /// <summary>The reader of claims without its scorer.</summary>
    public static ClaimAnnotator Unscored => LoadedFrames.Value;

    public static SourceDocument Document(string text) => new()
    {
        Id = ContentHash.Of(text),
        TextId = ContentHash.Of(text),
        Source = "sample",
        Text = text,
        Published = new(Edtf.Parse("2025-08-22"), DateBasis.Given),
        Language = "en",
    };

    public static AnnotatedDocument Annotate(string text) => Pipeline.Annotate(Document(text));

    public static DocumentReading Read(string text) => Pipeline.Read(Document(text));

    /// <summary>The words of a field: actors by name joined by commas, spans by their words; empty where there is none.</summary>
    public static string Field(AnnotatedDocument document, Claim claim, string field)
    {
        string Name(string? id) => id is null ? "" : document.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id;
        string Slice(TextSpan? span) => span?.Slice(document.Text) ?? "";
        return field switch
        {
            "by" => Name(claim.By),
            "holder" => Name(claim.Holder),
            "to" => string.Join(",", claim.To.Select(Name)),
            "participants" => string.Join(",", claim.Participants.Select(Name)),
            "about" => string.Join(",", claim.About.Select(Name)),
            "what" => Slice(claim.What),
            "if" => Slice(claim.If),
            "then" => Slice(claim.Then),
            "consequence" => Slice(claim.Consequence),
            "time" => Slice(claim.Time),
            "status" => claim.Status?.ToString().ToLowerInvariant() ?? "",
            "form" => claim.Form?.ToString().ToLowerInvariant() ?? "",
            "level" => claim.Level?.ToString().ToLowerInvariant() ?? "",
            "format" => claim.Format?.ToString().ToLowerInvariant() ?? "",
            "kind" => claim.Kind ?? "",
            "due" => claim.Due?.Value ?? "",
            "when" => claim.When?.Value ?? "",
            "where" => claim.Where ?? "",
            "polarity" => claim.Polarity == Polarity.Negative ? "-" : "+",
            "modality" => claim.Modality.ToString().ToLowerInvariant(),
            _ => throw new ArgumentException($"There is no field {field}.", nameof(field)),
        };
    }
}
