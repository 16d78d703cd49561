using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Writes a brief in one format. Pure: the same brief gives the same bytes. Thread-safe.</summary>
public abstract class Exporter
{
    /// <summary>Every exporter, by name.</summary>
    public static ImmutableArray<Exporter> All { get; } = [new HtmlBrief(), new JsonBrief(), new MarkdownBrief()];

    /// <summary>Name on the command line: <c>html</c>, <c>json</c>, <c>md</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Media type, with the character set where it is text.</summary>
    public abstract string MediaType { get; }

    /// <summary>Extension of its files with the dot.</summary>
    public string Extension => "." + Name;

    /// <summary>The exporter for a file; null when none writes that extension.</summary>
    /// <param name="path">Path or file name; case does not matter.</param>
    public static Exporter? For(string path) =>
        All.FirstOrDefault(e => path.EndsWith(e.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The brief in this format: UTF-8 without byte order mark, lines end in U+000A.</summary>
    /// <param name="brief">The brief.</param>
    public abstract byte[] Export(Brief brief);
}
