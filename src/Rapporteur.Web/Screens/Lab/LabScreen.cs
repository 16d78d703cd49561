using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>Where one thinks ahead: packages, models of positions, questions that can be settled. Nothing of it enters the record; questions go to their own sealed file.</summary>
internal static class LabScreen
{
    /// <summary>Registers its pages and acts.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<LabPage, LabModel>("/lab", "What the lab can do.", _ => new(
        [
            new("/lab/packages", "Packages", "Which packages over several issues no other beats, what rules of fair division pick, whether any is acceptable to all, and the smallest changes that would open a zone of agreement."),
            new("/lab/models", "Models", "Where a published model of positions sees an issue come out on a table of yours, with the plain compromise beside it, draws over ranges and what each number does."),
            new("/lab/positions", "Positions of the record", "The same on positions that were read, with their sources; capability and salience are yours."),
            new("/lab/questions", "Questions", "Questions with the rule that settles them, forecasts, what came, calibration, and base rates with their n."),
        ]));
        PackagesLab.Map(routes);
        ModelsLab.Map(routes);
        PositionsLab.Map(routes);
        QuestionsLab.Map(routes);
    }
}

/// <summary>A part of the lab.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="About">What it does.</param>
public sealed record LabPart(string Address, string Name, string About);

/// <summary>The lab.</summary>
/// <param name="Parts">Its parts.</param>
public sealed record LabModel(ImmutableArray<LabPart> Parts);
