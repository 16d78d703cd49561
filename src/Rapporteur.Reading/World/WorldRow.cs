namespace Rapporteur.Reading;

/// <summary>One line of a world file, cut into its columns.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Fields">The columns.</param>
internal sealed record WorldRow(string File, int Line, string[] Fields)
{
    public string this[int column] => Fields[column];

    public WorldProblem Problem(string message) => new(File, Line, message);
}
