namespace Rapporteur.Tests;

/// <summary>The corpora and annotated articles that lie beside the repository, in a folder <c>shared</c>; tests that need them skip without.</summary>
internal static class SharedData
{
    public const string Missing = "The folder ../shared (corpora and annotated articles) is not beside the repository.";

    /// <summary>Full path of a file or folder below <c>shared</c>, or null where it is not there.</summary>
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine([folder.FullName, "shared", .. path]);
            if (Path.Exists(candidate)) return candidate;
        }

        return null;
    }
}
