using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What has to be said of a line of the interchange format that breaks the schema.</summary>
internal static class LineFault
{
    public static void Is(InterchangeError? error, int line, string path, string problem)
    {
        Assert.NotNull(error);
        Assert.Equal((line, path), (error.Line, error.Path));
        Assert.StartsWith(problem, error.Problem, StringComparison.Ordinal);
    }
}
