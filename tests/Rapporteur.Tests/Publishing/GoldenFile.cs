using System.Text;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Compares output with a file kept in the repository. With RAPPORTEUR_ACCEPT=1 in the environment the file is written instead.</summary>
internal static class GoldenFile
{
    public static void Check(byte[] actual, params string[] path)
    {
        var file = Path.Combine([Root(), "tests", "Rapporteur.Tests", .. path]);
        if (Environment.GetEnvironmentVariable("RAPPORTEUR_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} is missing; run with RAPPORTEUR_ACCEPT=1 to write it, and read it before it is committed.");
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(file)).ReplaceLineEndings("\n"), Encoding.UTF8.GetString(actual));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
