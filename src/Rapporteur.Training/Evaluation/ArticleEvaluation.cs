using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Figures over annotated articles.</summary>
internal static class ArticleEvaluation
{
    public static IEnumerable<string> Claims(EvaluationRequest request, CancellationToken cancel)
    {
        var evaluation = Evaluate(request, cancel);
        foreach (var problem in evaluation.Problems) yield return "! " + problem;
        foreach (var line in evaluation.Score.Lines()) yield return line;
        if (!request.Rules) yield break;
        yield return "";
        foreach (var line in evaluation.RuleLines()) yield return line;
        yield return "";
        foreach (var line in evaluation.CalibrationLines()) yield return line;
    }

    public static IEnumerable<string> Actors(EvaluationRequest request, CancellationToken cancel)
    {
        var (read, keep, errors) = (Reader(request, cancel), Kept(request), new ActorErrors());
        foreach (var article in GoldFolder.Load(Folder(request.Path)))
            if (keep is null || keep(article.Id)) errors.Add(article.Reading, read(article.Reading.Document));
        yield return string.Create(CultureInfo.InvariantCulture, $"{errors.Documents} documents");
        yield return $"{"actors",-24} {errors.All}";
        foreach (var line in errors.Lines()) yield return line;
    }

    /// <summary>The folder with articles/ and text/: the one named, or the one above it where the articles themselves are named.</summary>
    public static string Folder(string path) =>
        Directory.Exists(Path.Combine(path, "articles")) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*" + GoldFolder.Lines).Any()) ? path
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) == "articles" ? Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)))!
        : throw new DirectoryNotFoundException($"{path} has no folder articles and no files *{GoldFolder.Lines}.");

    private static ClaimEvaluation Evaluate(EvaluationRequest request, CancellationToken cancel) =>
        ClaimEvaluation.Of(Folder(request.Path), Reader(request, cancel), Kept(request));

    private static Func<string, bool>? Kept(EvaluationRequest request)
    {
        var prefixes = request.Only?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return prefixes is null ? null : id => prefixes.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static Func<SourceDocument, DocumentReading> Reader(EvaluationRequest request, CancellationToken cancel)
    {
        if (request.Read is null)
        {
            var reading = new GoldReading(request.Reader());
            return gold =>
            {
                cancel.ThrowIfCancellationRequested();
                return reading.Read(gold);
            };
        }

        var read = new Dictionary<string, DocumentReading>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(request.Read))
        {
            number++;
            if (line.Trim().Length == 0) continue;
            var parse = ReadingReader.Read(line, number);
            if (parse.Reading is not { } found) throw new InvalidDataException($"{request.Read}: {parse.Error}");
            if (found.Error is null) read[Path.GetFileNameWithoutExtension(found.Document.Source) is var bare && found.Document.Source.EndsWith(".txt", StringComparison.Ordinal) ? bare : Path.GetFileName(found.Document.Source)] = found;
        }

        return gold => read.TryGetValue(gold.Source, out var found) ? found
            : new DocumentReading { Document = gold, Reader = new("", ""), Error = new("not-read", "The output has no line for this article.") };
    }
}
