namespace Rapporteur.Reading;

/// <summary>The reader of each kind; what a kind needs is loaded when its first file comes.</summary>
internal static class SourceFormats
{
    private static readonly Lazy<ISourceFormat> Text = new(() => new PlainTextFormat());

    public static ISourceFormat Of(SourceKind kind) => kind switch
    {
        SourceKind.Text => Text.Value,
        _ => throw new UnreadableSourceException("unknown-kind", $"Read are {SourceKinds.Readable}."),
    };
}
