using System.CommandLine;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>The option <c>--world FOLDER</c>: states, bodies and persons of the user's own.</summary>
internal sealed class WorldOption
{
    public Option<string[]> World { get; } = new("--world")
    {
        Description = "Folder of world files (states.tsv, bodies.tsv, persons.tsv …) that add to the shipped ones or change them; may stand several times, a later one wins (docs/actors.md).",
        HelpName = "FOLDER",
    };

    /// <summary>The reader with these files, with the accurate, slower parser if so wanted; throws <see cref="CallException"/> that names every wrong line.</summary>
    public ReadingPipeline Load(ParseResult call, bool best = false)
    {
        try
        {
            return ReadingPipeline.Load(DataFolder.Shipped, best, [.. call.GetValue(World) ?? []]);
        }
        catch (WorldException wrong)
        {
            throw new CallException(wrong.Message);
        }
    }
}
