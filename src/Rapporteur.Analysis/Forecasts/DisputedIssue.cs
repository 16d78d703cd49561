using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Where an actor stands on an issue, and with what weight.</summary>
/// <param name="Name">Who, as the data name it.</param>
/// <param name="Position">Position on the scale, in [0, 100].</param>
/// <param name="Salience">How much it cares, in [0, 100].</param>
/// <param name="Power">Weight; not negative.</param>
public sealed record IssueActor(string Name, double Position, double Salience, double Power)
{
    /// <summary>Power times salience.</summary>
    public double Weight => Power * Salience;
}

/// <summary>One issue of a proposal, on a scale from 0 to 100, with those who had a say.</summary>
/// <param name="Id">Id of the issue.</param>
/// <param name="Dossier">The proposal that it belongs to: issues of one proposal are not independent of each other.</param>
/// <param name="Year">Year of the proposal.</param>
/// <param name="Actors">The actors; at least one.</param>
public sealed record DisputedIssue(string Id, string Dossier, int Year, ImmutableArray<IssueActor> Actors)
{
    /// <summary>Which part of the data it belongs to.</summary>
    public string Part { get; init; } = "";

    /// <summary>Where it ended, in [0, 100]; null where that is not known.</summary>
    public double? Outcome { get; init; }

    /// <summary>The positions that are held, each once, from least to greatest.</summary>
    public ImmutableArray<double> Positions { get; } = [.. Actors.Select(actor => actor.Position).Distinct().Order()];

    /// <summary>Mean position weighted by power and salience; where nobody has weight, the plain mean.</summary>
    public double Compromise { get; } = Mean(Actors, actor => actor.Weight);

    /// <summary>Weighted mean of positions.</summary>
    /// <param name="actors">The actors.</param>
    /// <param name="weight">A weight for each; where all are 0, everybody counts the same.</param>
    public static double Mean(ImmutableArray<IssueActor> actors, Func<IssueActor, double> weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        var (sum, all) = (0.0, 0.0);
        foreach (var actor in actors)
        {
            sum += weight(actor) * actor.Position;
            all += weight(actor);
        }

        return all > 0 ? sum / all : actors.Average(actor => actor.Position);
    }

    /// <summary>The actor of a name, or null.</summary>
    /// <param name="name">The name.</param>
    public IssueActor? Of(string name) => Actors.FirstOrDefault(actor => actor.Name == name);
}
