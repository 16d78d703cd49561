using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Runs a model of positions on a disputed issue: power is the capability, the scale goes from 0 to 100.</summary>
internal static class IssueModel
{
    /// <summary>The model's one number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="issue">The issue.</param>
    public static double Outcome(BargainingModel model, DisputedIssue issue)
    {
        var table = Table(issue);
        return model.Outcome(table, Standpoints.Likeliest(table), new(0))[0];
    }

    /// <summary>The mean of the positions after the last round, weighted by power and salience.</summary>
    /// <param name="model">The model.</param>
    /// <param name="issue">The issue.</param>
    public static double LastMean(BargainingModel model, DisputedIssue issue)
    {
        var table = Table(issue);
        return model.Run(table, Standpoints.Likeliest(table), new(0)).Rounds[^1].Mean[0];
    }

    private static StakeholderTable Table(DisputedIssue issue) => new(issue.Id, [new("outcome", 0, 100)],
        [.. issue.Actors.Select(actor => new Stakeholder(actor.Name, Estimate.Exactly(actor.Power), [new(Estimate.Exactly(actor.Position), Estimate.Exactly(actor.Salience / 100))]))]);
}
