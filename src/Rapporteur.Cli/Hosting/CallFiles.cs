namespace Rapporteur.Cli;

/// <summary>Files that a call names, with one sentence for each way in which they can fail.</summary>
internal static class CallFiles
{
    /// <summary>What messages call a file: its path, or standard input for <c>-</c>.</summary>
    /// <param name="path">The file.</param>
    public static string NameOf(string path) => path == "-" ? "standard input" : path;

    /// <summary>The text of a file, or of standard input for <c>-</c>.</summary>
    /// <param name="terminal">Where standard input comes from.</param>
    /// <param name="path">The file.</param>
    /// <param name="wanted">What the file should be, as in "a table of stakeholders (docs/formats/stakeholders.md)".</param>
    /// <exception cref="CallException">It is not there, is a folder, cannot be read or holds no text.</exception>
    public static string Text(Terminal terminal, string path, string wanted)
    {
        return Checked(path, path == "-" ? Input(terminal) : Read(path, wanted), wanted);
    }

    /// <summary>The text of a file that has to be one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">What the file should be.</param>
    /// <exception cref="CallException">It is not there, is a folder, cannot be read or holds no text.</exception>
    public static string Text(string path, string wanted) => Checked(path, Read(path, wanted), wanted);

    private static string Checked(string path, string text, string wanted)
    {
        return text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal) ? throw new CallException($"{NameOf(path)} is no text in UTF-8; name {wanted}.") : text;
    }

    /// <summary>Writes to a file; throws <see cref="CallException"/> where that cannot be done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">What writes.</param>
    public static T Writing<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CallException(Directory.Exists(path) ? $"{path} is a folder; name a file in it."
                : error is DirectoryNotFoundException ? $"{path} cannot be written: its folder is not there; make it first."
                : $"{path} cannot be written: {error.Message}");
        }
    }

    private static string Input(Terminal terminal)
    {
        using var reader = new StreamReader(terminal.Input());
        return reader.ReadToEnd();
    }

    private static string Read(string path, string wanted)
    {
        if (Directory.Exists(path)) throw new CallException($"{path} is a folder; name {wanted}.");
        if (!File.Exists(path)) throw new CallException($"The file {path} is not there; name {wanted}.");
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CallException($"{path} cannot be read: {error.Message}");
        }
    }
}
