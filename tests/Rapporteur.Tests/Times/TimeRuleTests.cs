using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Runs the examples that stand with the rules under <c>data/times</c>.</summary>
public sealed class TimeRuleTests
{
    private static readonly DataFolder Data = DataFolder.Shipped;
    private static readonly TimeGrammar Grammar = TimeGrammar.Load(Data);
    private static readonly TimeAnnotator Plain = new(Data);
    private static readonly TimeAnnotator TimeMl = new(Data, true);

    public static TheoryData<string> Rules => [.. Grammar.Rules.Select(rule => rule.Id)];

    [Fact]
    public void Rule_ids_are_unique() => Assert.Equal(Grammar.Rules.Length, Grammar.Rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_examples_and_they_hold(string id)
    {
        var rule = Grammar.Rules.Single(rule => rule.Id == id);
        var examples = rule.Examples.Select(TimeExample.Read).ToList();
        Assert.Contains(examples, example => example.Positive);
        if (rule.Emits) Assert.Contains(examples, example => !example.Positive);
        foreach (var example in examples)
        {
            if (example.Positive) Found(rule, example);
            else Assert.DoesNotContain(Read(rule, example.Text, example.Anchor), time => time.Rule == id);
        }
    }

    internal static ImmutableArray<TimeExpression> Times(string text, string? published) =>
        Plain.Annotate(Document(text, published is null ? null : Edtf.Parse(published))).Times;

    internal static AnnotatedDocument Document(string text, Edtf? published, string source = "text.txt") => new()
    {
        Source = new()
        {
            Id = ContentHash.Of(text),
            TextId = ContentHash.Of(text),
            Source = source,
            Text = text,
            Published = published is null ? PublicationDate.None : new(published, DateBasis.Given),
        },
    };

    private static void Found(TimeRule rule, TimeExample example)
    {
        var open = example.Text.IndexOf('[', StringComparison.Ordinal);
        var close = example.Text.IndexOf(']', StringComparison.Ordinal);
        var text = example.Text.Remove(close, 1).Remove(open, 1);
        var span = new TextSpan(open, close - 1);
        var times = Read(rule, text, example.Anchor);
        var found = times.FirstOrDefault(time => time.Span == span);
        Assert.True(found is not null, $"{rule.Id}: no expression at [{span.Slice(text)}] of \"{text}\"; found: {string.Join("; ", times.Select(time => $"{time.Span.Slice(text)} = {time.Value} ({time.Rule})"))}");
        Assert.Equal(example.Value, found.Value);
        if (rule.Emits) Assert.Equal(rule.Id, found.Rule);
    }

    private static ImmutableArray<TimeExpression> Read(TimeRule rule, string text, DateOnly? anchor) =>
        (rule.TimeMlOnly ? TimeMl : Plain).Annotate(Document(text, anchor is { } day ? Edtf.Day(day) : null)).Times;
}
