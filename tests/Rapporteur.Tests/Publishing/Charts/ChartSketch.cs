using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Tests;

/// <summary>Charts of invented data, as much and as odd as a seed makes them.</summary>
internal sealed class ChartSketch(int seed, int size)
{
    private static readonly string[] Odd = ["Northland", "The <b>League</b> & “others”", "Westmark’s foreign minister for the affairs of the upper river", "北の国", "a", "'\" onload=alert(1)", "\u202eevil\u0001", "&amp;"];
    private readonly Random _random = new(seed);

    private static DateOnly Start { get; } = new(2031, 1, 1);

    public static DateOnly Day { get; } = new(2031, 5, 20);

    /// <summary>Every chart of a record, over this data.</summary>
    public IEnumerable<Chart> All()
    {
        yield return Lanes();
        if (Ladder() is { } ladder) yield return ladder;
        yield return Graph();
        yield return Network();
        yield return Participation();
        yield return Blame();
        yield return Positions();
        if (size > 0) yield return Figures();
        yield return Fans();
        if (Timeline() is { } timeline) yield return timeline;
    }

    public MeetingLanes Lanes() => new("lanes", [.. Times(size, i => new LaneMeeting(Name(i), "scheduled", Edtf.Day(Some()), Mark(), [.. Times(1 + _random.Next(3), p => new PartyLane(Name(p), "agreed",
        [.. Times(1 + _random.Next(6), _ => new LaneStep(_random.Next(4) == 0 ? null : Some(), (ClaimStatus)_random.Next(10), _random.Next(3) > 0, Mark())).OrderBy(s => s.Reported ?? DateOnly.MinValue)]))]))], Day);

    public DeadlineLadder? Ladder() => DeadlineLadder.Of("ladder", [.. Times(size, i =>
    {
        var given = Some();
        return new LadderStep($"d{i}", Name(i), Name(i + 1), _random.Next(5) == 0 ? null : given, _random.Next(6) switch { 0 => null, 1 => Edtf.Parse("2039"), 2 => Edtf.Interval(given, null), _ => Edtf.Day(given.AddDays(_random.Next(60))) },
            (DeadlineState)_random.Next(8), "lapsed, no action reported", Mark())
        { Next = _random.Next(3) == 0 ? $"d{_random.Next(size)}" : null, IsReplaced = _random.Next(2) == 0 };
    })], Day);

    public ConditionChart Graph() => new("graph", [.. Times(size, i => new GraphThing($"n{i}", Name(i), _random.Next(3) == 0 ? Name(i + 2) : "", _random.Next(9) == 0, _random.Next(3) > 0))],
        [.. Times(size * 3 / 2, _ => new GraphCondition($"n{_random.Next(Math.Max(1, size))}", $"n{_random.Next(Math.Max(1, size))}", "", _random.Next(3) == 0, _random.Next(6) == 0, _random.Next(9) == 0, Mark()))]);

    public ActorNetwork Network() => new("network", [.. Times(size * 2, _ => (Kind: (TieKind)_random.Next(3), From: $"Side {_random.Next(size)}", To: $"Side {_random.Next(size)}")).Distinct().Select(t => new ActorTie(t.Kind, t.From, t.To, 1 + _random.Next(12), Mark()))]);

    public ParticipationGrid Participation(int most = 14)
    {
        var sides = 1 + _random.Next(most);
        return new("participation", [.. Times(sides, Name)], [.. Times(size, i => new SeatRow(Name(i), "held", [.. Times(sides, _ => _random.Next(2) == 0 ? null : new SeatSign((Seat)_random.Next(3), Mark()))]))]);
    }

    public BlameGrid Blame(int most = 14)
    {
        var sides = 1 + _random.Next(most);
        return new("blame", [.. Times(sides, Name)], [.. Times(size, i => new BlameRow(Name(i), [.. Times(sides, _ => _random.Next(2) == 0 ? null : new BlameSign(1 + _random.Next(40), Mark()))]))]);
    }

    public PositionChart Positions()
    {
        var sides = 1 + _random.Next(9);
        return new("positions", [.. Times(sides, Name)], [.. Times(Math.Min(size, 14), i => new PositionIssue(Name(i), i % 3 == 0,
            [.. Times(1 + _random.Next(14), o => new PositionOption(Name(o), [.. Times(sides, _ => _random.Next(3) == 0 ? new PositionSign((Firmness)_random.Next(3), _random.Next(4) == 0, (PositionMove)_random.Next(7), Mark()) : null)]))],
            [.. Times(2, _ => new PositionShift(_random.Next(sides), _random.Next(14), _random.Next(14)))]))]);
    }

    public FigureChart Figures() => new("figures", [.. Times(size, i => new FigureSeries(Name(i), $"unit {i}", [.. Times(1 + _random.Next(12), _ => new FigurePoint(_random.Next(4) == 0 ? null : Some(), _random.Next(2) == 0, _random.Next(1000), (FigureBound)_random.Next(4), Name(_random.Next(30)), Mark()))]))]);

    public FanChart Fans() => new("fans", "Model", [.. Times(size, i => new FanRow(Name(i), 0, 100, [.. Times(7, _ => (double)_random.Next(101)).Order()], _random.Next(2) == 0 ? null : 50))]);

    public Timeline? Timeline() => Publishing.Timeline.Of("timeline", Times(size, i => new TimelineEvent((TimelineLane)_random.Next(3), _random.Next(4) switch { 0 => Edtf.Interval(Start.AddDays(i % 90), Start.AddDays((i % 90) + 9)), 1 => Edtf.Interval(null, Some()), 2 => Edtf.Day(Some()).Approximately(), _ => Edtf.Day(Some()) }, Name(i), Name(i) + " " + i.ToString(CultureInfo.InvariantCulture), "#l", _random.Next(2) == 0)), Day);

    private string Name(int i) => i < Odd.Length ? Odd[i] : $"Name {i.ToString(CultureInfo.InvariantCulture)} {Odd[_random.Next(Odd.Length)]}";

    private DateOnly Some() => Start.AddDays(_random.Next(160));

    private ChartMark Mark() => new("said so <i>", _random.Next(5) switch { 0 => null, 1 => "javascript:alert(1)", 2 => "https://example.org/a?b=1&c=2", 3 => "//example.org", _ => "#c-1" });

    private static IEnumerable<T> Times<T>(int n, Func<int, T> make) => Enumerable.Range(0, n).Select(make).ToList();
}
