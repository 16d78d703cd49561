namespace Rapporteur.Training;

/// <summary>x</summary>
internal static class SyntaxEvaluation
{
    internal static string TestFile(string path) => Path.Exists(Path.Combine(path, "dev.conllu")) ? Path.Combine(path, "dev.conllu") : path;
}
