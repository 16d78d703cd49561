using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>Readings with every field set or left out by chance, on texts with quotes, tags, control characters and characters above U+FFFF.</summary>
internal static class RandomReading
{
    private static readonly string[] Words = ["talks", "“frank”", "<script>", "naïve", "😀", "a\tb", "\\", "\"", "&amp;", "\u2028", "line\nbreak", "Киев"];

    public static DocumentReading Of(int seed)
    {
        var chance = new Random(seed);
        var text = string.Join(' ', Enumerable.Range(0, chance.Next(1, 60)).Select(_ => Pick(chance, Words)));
        ImmutableArray<Actor> actors = [.. Enumerable.Range(1, chance.Next(0, 5)).Select(i => RandomActor(chance, i, text))];
        var ids = actors.Select(a => a.Id).Append(Actor.Narrator).ToArray();
        return new()
        {
            Document = RandomDocument(chance, text),
            Actors = actors,
            Times = Many(chance, c => new TimeExpression(Span(c, text), Any<TimeType>(c), Pick(c, ["2025-08", "P2W", ".."]), Word(c)) { Relation = Maybe(c, Word) }),
            Claims = Many(chance, c => RandomClaim(c, text, ids)),
            Facets = Many(chance, c => RandomFacet(c, text, ids)),
            Reader = new(Word(chance), Word(chance)),
            Notes = Many(chance, c => new ReadingNote(Word(c), Word(c))),
        };
    }

    private static SourceDocument RandomDocument(Random chance, string text) => new()
    {
        Id = ContentHash.Of("raw" + text),
        TextId = ContentHash.Of(text),
        Source = Word(chance),
        Text = text,
        Title = Maybe(chance, Word),
        Publisher = Maybe(chance, Word),
        Published = chance.Next(2) == 0 ? PublicationDate.None : new(Edtf.Parse("2025-08-01/2025-08-20"), DateBasis.Inferred, Maybe(chance, Word)),
        Marking = Any<Marking>(chance),
        Language = Pick(chance, ["en", "und", "de"]),
        Rights = Maybe(chance, Word),
        Grade = chance.Next(2) == 0 ? null : new AdmiraltyGrade(Pick(chance, ['A', 'F']), chance.Next(1, 7)),
        Zones = [new(new(0, text.Length), Any<ZoneKind>(chance))],
    };

    private static Actor RandomActor(Random chance, int number, string text) => new()
    {
        Id = $"a{number}",
        Name = Word(chance),
        Kind = Any<ActorKind>(chance),
        Role = Maybe(chance, Word),
        Of = number > 1 ? "a1" : null,
        World = Maybe(chance, Word),
        IsMedium = chance.Next(4) == 0,
        Mentions = Many(chance, c => Span(c, text)),
    };

    private static Claim RandomClaim(Random chance, string text, string[] ids) => new()
    {
        Id = Word(chance),
        Type = Any<ClaimType>(chance),
        By = Maybe(chance, c => Pick(c, ids)),
        Holder = Maybe(chance, c => Pick(c, ids)),
        To = Many(chance, c => Pick(c, ids)),
        Trigger = Span(chance, text),
        Evidence = Span(chance, text),
        Cue = MaybeSpan(chance, text),
        Content = Many(chance, c => Span(c, text)),
        Quoted = MaybeAny<Quotation>(chance),
        What = MaybeSpan(chance, text),
        If = MaybeSpan(chance, text),
        Then = MaybeSpan(chance, text),
        Consequence = MaybeSpan(chance, text),
        Time = MaybeSpan(chance, text),
        Due = Maybe(chance, c => Edtf.Parse(Pick(c, ["2025-08-08", "2022/..", "2025-08~"]))),
        When = Maybe(chance, c => Edtf.Parse(Pick(c, ["..", "2025"]))),
        Where = Maybe(chance, Word),
        Participants = Many(chance, c => Pick(c, ids)),
        About = Many(chance, c => Pick(c, ids)),
        Form = MaybeAny<MeetingForm>(chance),
        Level = MaybeAny<MeetingLevel>(chance),
        Format = MaybeAny<MeetingFormat>(chance),
        Status = MaybeAny<ClaimStatus>(chance),
        Kind = Maybe(chance, Word),
        Quantities = Many(chance, c => new Quantity(c.Next(100000) / 100m, Word(c), Maybe(c, Word))),
        Polarity = Any<Polarity>(chance),
        Modality = Any<Modality>(chance),
        Voice = Any<Voice>(chance),
        Confidence = chance.NextDouble(),
        Rule = Word(chance),
        HeadLemma = Maybe(chance, Word),
        Origin = Maybe(chance, Word),
    };

    private static Facet RandomFacet(Random chance, string text, string[] ids) => new()
    {
        Id = Word(chance),
        Kind = Word(chance),
        Trigger = Span(chance, text),
        Evidence = Span(chance, text),
        Holder = Maybe(chance, c => Pick(c, ids)),
        Voice = Any<Voice>(chance),
        Polarity = Any<Polarity>(chance),
        Modality = Any<Modality>(chance),
        Fields = Many(chance, c => new FacetField(Word(c)) { Spans = Many(c, s => Span(s, text)), Actors = Many(c, a => Pick(a, ids)), Value = Maybe(c, Word) }),
        Claims = Many(chance, Word),
        Confidence = chance.NextDouble(),
        Rule = Word(chance),
    };

    private static string Word(Random chance) => Pick(chance, Words);

    private static T Pick<T>(Random chance, T[] values) => values[chance.Next(values.Length)];

    private static T Any<T>(Random chance) where T : struct, Enum => Pick(chance, Enum.GetValues<T>());

    private static T? MaybeAny<T>(Random chance) where T : struct, Enum => chance.Next(2) == 0 ? null : Any<T>(chance);

    private static T? Maybe<T>(Random chance, Func<Random, T?> make) where T : class => chance.Next(2) == 0 ? null : make(chance);

    private static ImmutableArray<T> Many<T>(Random chance, Func<Random, T> make) => [.. Enumerable.Range(0, chance.Next(4)).Select(_ => make(chance))];

    private static TextSpan? MaybeSpan(Random chance, string text) => chance.Next(2) == 0 ? null : Span(chance, text);

    private static TextSpan Span(Random chance, string text)
    {
        var start = Whole(chance.Next(text.Length), text);
        return new(start, Whole(chance.Next(start, text.Length + 1), text));
    }

    // No span parts the two units of a character above U+FFFF.
    private static int Whole(int at, string text) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
