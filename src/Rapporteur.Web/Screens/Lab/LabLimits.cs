using System.Text;
using Microsoft.AspNetCore.Http;
using Rapporteur.Analysis;

namespace Rapporteur.Web;

/// <summary>How much one run of the lab may ask for, so that no request occupies the server. The command line has no such limits.</summary>
internal static class LabLimits
{
    /// <summary>Most characters of what is pasted or uploaded.</summary>
    public const int Text = 256 * 1024;

    /// <summary>Most files of one run.</summary>
    public const int Files = 12;

    /// <summary>Most draws.</summary>
    public const int Draws = 10_000;

    /// <summary>Most stakeholders of a table.</summary>
    public const int Stakeholders = 60;

    /// <summary>Most issues of a table.</summary>
    public const int Dimensions = 8;

    /// <summary>Most issues, options of an issue, and parties of packages.</summary>
    public const int PackageIssues = 30, PackageOptions = 40, PackageParties = 8;

    /// <summary>Limits of searches for packages.</summary>
    public static SearchLimits Search { get; } = new(Points: 20_000, Block: 200_000, Steps: 2_000_000);

    /// <summary>What a form brings: its files, else the text that is pasted. Throws <see cref="PageException"/> where there is nothing, too much, or no text.</summary>
    /// <param name="form">The form, with the fields <c>files</c> and <c>pasted</c>.</param>
    /// <param name="pasted">Name of a pasted text.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<List<(string File, string Text)>> TextsAsync(IFormCollection form, string pasted, CancellationToken cancel)
    {
        var found = new List<(string, string)>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            if (file.Length > Text * 4L || found.Count == Files) throw PageException.Wrong($"A run takes {Files} files at most, of {Text / 1024} KB each.");
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            found.Add((string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(c => !char.IsControl(c)).Take(100)), await reader.ReadToEndAsync(cancel)));
        }

        if (found.Count == 0 && form["pasted"].ToString() is { } text && !string.IsNullOrWhiteSpace(text)) found.Add((pasted, text.ReplaceLineEndings("\n")));
        if (found.Sum(f => f.Item2.Length) > Text) throw PageException.Wrong($"A run takes {Text / 1024} KB of text at most.");
        foreach (var (file, content) in found)
            if (content.Contains('\0', StringComparison.Ordinal) || content.Contains('\uFFFD', StringComparison.Ordinal)) throw PageException.Wrong($"{file} is no text in UTF-8.");
        return found;
    }

    /// <summary>A whole number of a form within bounds.</summary>
    public static int Number(IFormCollection form, string field, string label, int otherwise, int least, int most) => form[field].ToString().Trim() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw new ArgumentException($"{label}: expected a whole number from {least} to {most}, found '{text}'.");

    /// <summary>Lines of a field, without empty ones.</summary>
    public static string[] Lines(IFormCollection form, string field) => form[field].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sentence of a refusal, without the name that the argument has in the code.</summary>
    public static string Reason(Exception wrong) => wrong.Message.IndexOf(" (Parameter '", StringComparison.Ordinal) is var at and >= 0 ? wrong.Message[..at] : wrong.Message;

    /// <summary>An example that ships.</summary>
    public static string Example(string name)
    {
        using var stream = typeof(LabLimits).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
