namespace Rapporteur.Benchmarks;

/// <summary>The sample dossier of the repository.</summary>
internal static class Samples
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples", "ukraine-2025");
            if (Directory.Exists(samples)) return samples;
        }

        throw new DirectoryNotFoundException("Run the benchmarks inside the repository: samples/ukraine-2025 is not above them.");
    }
}
