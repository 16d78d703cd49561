using System.Text;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Writes charts as SVG files.</summary>
internal static class PictureFiles
{
    /// <summary>One chart goes into the file that was named; several into files beside it, <c>forecast-NAME.svg</c> for <c>forecast.svg</c>, with a number where a name comes again.</summary>
    /// <param name="path">The file that was named.</param>
    /// <param name="pictures">Charts with a short name each.</param>
    /// <exception cref="CallException">There is none, or a file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Name, Chart Chart)> pictures)
    {
        if (pictures.Count == 0) throw new CallException("There is nothing to draw for --svg.");
        var stem = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, chart) in pictures)
        {
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            var file = pictures.Count == 1 ? path : times == 1 ? $"{stem}-{name}.svg" : $"{stem}-{name}-{times}.svg";
            CallFiles.Writing(file, () =>
            {
                File.WriteAllText(file, chart.ToSvg(), new UTF8Encoding(false));
                return file;
            });
        }
    }
}
