namespace Rapporteur.Reading;

/// <summary>What a failure of the machine means for one source.</summary>
internal static class SourceFailure
{
    public static SourceResult Of(Exception failure, string source, string? id) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => SourceResult.Failed(source, "not-found", "There is no such file or folder; look at the path.", id),
        UnauthorizedAccessException => SourceResult.Failed(source, "no-access", "The file may not be read; look at its permissions.", id),
        OutOfMemoryException => SourceResult.Failed(source, "too-large", "The file does not fit into memory; split it.", id),
        IOException io => SourceResult.Failed(source, "io", $"The file could not be read: {io.Message}", id),
        _ => SourceResult.Failed(source, "broken", $"The file could not be understood ({failure.GetType().Name}: {failure.Message}); save it again, or give its text.", id),
    };
}
