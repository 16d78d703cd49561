namespace Rapporteur.Reading;

/// <summary>The reader of each kind; what a kind needs is loaded when its first file comes.</summary>
internal static class SourceFormats
{
    private static readonly Lazy<ISourceFormat> Text = new(() => new PlainTextFormat());
    private static readonly Lazy<ISourceFormat> Markdown = new(() => new MarkdownFormat());
    private static readonly Lazy<ISourceFormat> Html = new(() => new HtmlFormat(HtmlCues.Load(DataFolder.Shipped)));
    private static readonly Lazy<ISourceFormat> Word = new(() => new WordFormat());
    private static readonly Lazy<ISourceFormat> Pdf = new(() => new PdfFormat());

    private static readonly Lazy<ISourceFormat> Ninjs = new(() => new NinjsFormat());

    public static ISourceFormat Of(SourceKind kind) => kind switch
    {
        SourceKind.Text => Text.Value,
        SourceKind.Markdown => Markdown.Value,
        SourceKind.Html => Html.Value,
        SourceKind.Word => Word.Value,
        SourceKind.Pdf => Pdf.Value,
        SourceKind.Ninjs => Ninjs.Value,
        _ => throw new UnreadableSourceException("unknown-kind", $"Read are {SourceKinds.Readable}."),
    };
}
