using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reports stakeholders by group.</summary>
public static class GroupReport
{
    // Chances are of places a thousandth of the scale wide, as the spatial model tells them apart.
    private const double SamePlace = 1e-3;

    /// <summary>Where each group stands, round by round.</summary>
    /// <param name="run">The run.</param>
    /// <param name="groups">The groups; a stakeholder may belong to several.</param>
    /// <exception cref="ArgumentException">A member is no stakeholder of the table, or stands twice in its group.</exception>
    public static ImmutableArray<ImmutableArray<GroupStanding>> Of(BargainingRun run, ImmutableArray<StakeholderGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(run);
        ImmutableArray<ImmutableArray<int>> members = [.. groups.Select(group => Members(run.Table, group))];
        return [.. run.Rounds.Select(round => ImmutableArray.CreateRange(groups.Select((group, g) => Standing(run.Table, round, group.Name, members[g]))))];
    }

    private static ImmutableArray<int> Members(StakeholderTable table, StakeholderGroup group)
    {
        var members = ImmutableArray.CreateBuilder<int>();
        foreach (var name in group.Members)
        {
            var at = 0;
            while (at < table.Stakeholders.Length && table.Stakeholders[at].Name != name) at++;
            if (at == table.Stakeholders.Length) throw new ArgumentException($"The group {group.Name} has the member {name}, and no stakeholder has that name.", nameof(group));
            if (members.Contains(at)) throw new ArgumentException($"The group {group.Name} has the member {name} twice.", nameof(group));
            members.Add(at);
        }

        return members.DrainToImmutable();
    }

    private static GroupStanding Standing(StakeholderTable table, BargainingRound round, string name, ImmutableArray<int> members)
    {
        var (mean, least, most) = (new double[table.Dimensions.Length], new double[table.Dimensions.Length], new double[table.Dimensions.Length]);
        for (var d = 0; d < mean.Length; d++)
        {
            var (sum, total, plain) = (0.0, 0.0, 0.0);
            (least[d], most[d]) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var i in members)
            {
                var (position, weight) = (round.Positions[i][d], table.Stakeholders[i].Capability.Likeliest * table.Stakeholders[i].Stakes[d].Salience.Likeliest);
                (least[d], most[d]) = (Math.Min(least[d], position), Math.Max(most[d], position));
                sum += weight * position;
                total += weight;
                plain += position;
            }

            mean[d] = total > 0 ? sum / total : plain / members.Length;
        }

        return new(name, [.. mean], [.. least], [.. most], round.Chances.IsEmpty ? null : Chance(table, round, members));
    }

    // Members at one place share its chance.
    private static double Chance(StakeholderTable table, BargainingRound round, ImmutableArray<int> members)
    {
        var (chance, counted) = (0.0, new List<int>());
        foreach (var i in members)
        {
            if (counted.Exists(other => round.Chances[other] == round.Chances[i] && Distance(table, round, i, other) < SamePlace)) continue;
            counted.Add(i);
            chance += round.Chances[i];
        }

        return Math.Min(1, chance);
    }

    private static double Distance(StakeholderTable table, BargainingRound round, int i, int j)
    {
        var square = 0.0;
        for (var d = 0; d < table.Dimensions.Length; d++)
        {
            var apart = (round.Positions[i][d] - round.Positions[j][d]) / (table.Dimensions[d].High - table.Dimensions[d].Low);
            square += apart * apart;
        }

        return Math.Sqrt(square);
    }
}
