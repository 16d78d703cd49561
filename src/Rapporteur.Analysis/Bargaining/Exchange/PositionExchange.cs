using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Position exchange: pairs of stakeholders trade moves on two issues, the most valuable trade first, with equal gains.</summary>
/// <param name="choices">Values of its options.</param>
public sealed class PositionExchange(ModelChoices? choices = null) : BargainingModel(choices)
{
    /// <inheritdoc/>
    public override string Id => "exchange";

    /// <inheritdoc/>
    public override string Name => "Position exchange";

    /// <inheritdoc/>
    public override string Paper => "Stokman & Van Oosten (1994), The exchange of voting positions, in Bueno de Mesquita & Stokman (eds.), European Community Decision Making; equal gains and rounds as in the program Decide";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Every issue comes out at the mean of the positions by capability and salience.",
        "Two stakeholders on opposite sides of two issues trade: each gives way on the issue that it cares relatively less about.",
        "Both gain the same; the most valuable trade is made first, and nobody breaks its word.",
        "Nobody asks what a trade does to third parties.",
        "For the next round everybody makes a part of the exchanged position its own, more of it where it cares less.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelOption> Options =>
    [
        ModelOption.Count("rounds", 3, 1, 100, "How many rounds."),
        ModelOption.Number("salience-weight", 0.4, 0, 1, "Share of an exchanged position that a wholly indifferent actor makes its own."),
        ModelOption.Number("fixed-weight", 0.1, 0, 1, "Share that everybody makes its own."),
        new("outcome", ["positions", "votes"], "What counts as a round's outcome: the mean of the positions that are carried on, or of those exchanged for the vote."),
        new("ties", ["first", "coin"], "Which of two equally valuable exchanges is made: the first, or one by a coin as in the program Decide, where the other is then listed twice."),
    ];

    /// <inheritdoc/>
    public override bool TakesManyDimensions => true;

    /// <inheritdoc/>
    protected override BargainingModel Chosen(ModelChoices choices) => new PositionExchange(choices);

    /// <inheritdoc/>
    public override ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance) => DrawnRounds(table, at, chance)[^1];

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<double>> DrawnRounds(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var sorted = at.Canonical(out _);
        var (places, rounds) = (Scaled(sorted, table), ImmutableArray.CreateBuilder<ImmutableArray<double>>());
        rounds.Add(Weights.Compromise(at));
        for (var round = Choices.Count("rounds"); round > 0; round--)
        {
            var game = Game(places, sorted, chance);
            places = game.Play();
            rounds.Add(Means(IsVote ? game.Places : places, sorted, table));
        }

        return rounds.ToImmutable();
    }

    /// <inheritdoc/>
    public override BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance)
    {
        var sorted = at.Canonical(out var order);
        var (places, compromise) = (Scaled(sorted, table), Weights.Compromise(at));
        var rounds = ImmutableArray.CreateBuilder<BargainingRound>();
        rounds.Add(new(RoundRecord.Rows(at.Positions, at.Dimensions), compromise, compromise, []));
        for (var round = Choices.Count("rounds"); round > 0; round--)
        {
            var game = Game(places, sorted, chance);
            places = game.Play();
            var mean = Means(places, sorted, table);
            rounds.Add(new(Rows(places, table, order), mean, IsVote ? Means(game.Places, sorted, table) : mean, Moves(game, table, order)));
        }

        return new(Label, table, rounds.ToImmutable(), rounds[^1].Median, compromise, Warnings(table, rounds));
    }

    private bool IsVote => Choices.Word("outcome") == "votes";

    private static ImmutableArray<string> Warnings(StakeholderTable table, ImmutableArray<BargainingRound>.Builder rounds) =>
        table.Dimensions.Length < 2 ? ["There is one issue only, and nothing to exchange: the outcome is the compromise."]
        : rounds.Skip(1).All(r => r.Moves.IsEmpty) ? ["No exchange is possible: the outcome is the compromise."] : [];

    private ExchangeGame Game(double[] places, Standpoints at, ChanceStream chance) =>
        new(places, at.Saliences, at.Capabilities, Choices.Number("salience-weight"), Choices.Number("fixed-weight"), Choices.Word("ties") == "coin" ? () => chance.Unit() < 0.5 ? Toss.FirstAndSecondTwice : Toss.Second : null);

    private static double[] Scaled(Standpoints at, StakeholderTable table)
    {
        var places = new double[at.Positions.Length];
        for (var cell = 0; cell < places.Length; cell++)
        {
            var scale = table.Dimensions[cell % at.Dimensions];
            places[cell] = (at.Positions[cell] - scale.Low) * (100 / (scale.High - scale.Low));
        }

        return places;
    }

    private static double Back(double place, Dimension scale) => Math.Clamp(scale.Low + (place / 100 * (scale.High - scale.Low)), scale.Low, scale.High);

    private static ImmutableArray<double> Means(double[] places, Standpoints at, StakeholderTable table)
    {
        var (board, means) = (new ExchangeBoard(places, at.Saliences, at.Capabilities), ImmutableArray.CreateBuilder<double>(at.Dimensions));
        for (var d = 0; d < at.Dimensions; d++) means.Add(Back(board.Outcome(d), table.Dimensions[d]));
        return means.MoveToImmutable();
    }

    private static ImmutableArray<ImmutableArray<double>> Rows(ReadOnlySpan<double> places, StakeholderTable table, int[] order)
    {
        var issues = table.Dimensions.Length;
        var positions = new double[places.Length];
        for (var i = 0; i < order.Length; i++)
            for (var d = 0; d < issues; d++) positions[(order[i] * issues) + d] = Back(places[(i * issues) + d], table.Dimensions[d]);
        return RoundRecord.Rows(positions, issues);
    }

    private static ImmutableArray<BargainingMove> Moves(ExchangeGame game, StakeholderTable table, int[] order)
    {
        var moves = ImmutableArray.CreateBuilder<BargainingMove>(2 * game.Made.Count);
        foreach (var swap in game.Made)
        {
            var why = string.Create(CultureInfo.InvariantCulture, $"{Told(swap.One)} and {Told(swap.Other)}; each gains {swap.Gain:0.00} (points of a hundred × salience).");
            moves.Add(Move(swap.One, swap.Other, why) with { Stakes = [swap.Gain] });
            moves.Add(Move(swap.Other, swap.One, why) with { Stakes = [swap.Gain] });
        }

        return moves.MoveToImmutable();

        string Told(Swapper side) => string.Create(CultureInfo.InvariantCulture,
            $"{table.Stakeholders[order[side.Actor]].Name} goes from {Back(side.Place, table.Dimensions[side.Supply]):0.##} to {Back(side.Target, table.Dimensions[side.Supply]):0.##} on {table.Dimensions[side.Supply].Name}");

        BargainingMove Move(Swapper side, Swapper other, string why)
        {
            var from = ImmutableArray.CreateBuilder<double>(table.Dimensions.Length);
            foreach (var _ in table.Dimensions) from.Add(double.NaN);
            var to = from.ToArray();
            (from[side.Supply], to[side.Supply]) = (Back(side.Place, table.Dimensions[side.Supply]), Back(side.Target, table.Dimensions[side.Supply]));
            return new(order[side.Actor], order[other.Actor], "exchange", from.MoveToImmutable(), [.. to], why);
        }
    }
}
