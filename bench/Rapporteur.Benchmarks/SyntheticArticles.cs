using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Benchmarks;

/// <summary>Articles made by chance from a seed: thirty sentences of words whose frequencies fall as in language (Zipf), fifty claims, ten actors, of whom two, of the few who make the news, meet.
/// Two thousand of them have as many threads.</summary>
internal static class SyntheticArticles
{
    /// <summary>How many come out on a day; the first day is that of 2030.</summary>
    public const int ADay = 40;

    private const int Sentences = 30;
    private const int Vocabulary = 20_000;
    private const int People = 400;
    private const int Prominent = 20;

    private static readonly string[] Kinds = ["tariff", "sanction", "embargo", "aid"];

    // Claims of a thousand, as articles have them; the rest are statements.
    private static readonly (ClaimType Type, int Share)[] Shares =
    [
        (ClaimType.Meeting, 30), (ClaimType.Deadline, 6), (ClaimType.Commitment, 9), (ClaimType.Measure, 4), (ClaimType.Demand, 50), (ClaimType.Offer, 20), (ClaimType.Threat, 20), (ClaimType.Acceptance, 15),
        (ClaimType.Rejection, 25), (ClaimType.Denial, 15), (ClaimType.Accusation, 50), (ClaimType.Condition, 20), (ClaimType.Incident, 60), (ClaimType.Assessment, 80),
    ];

    private static readonly string[] Known = ["talks", "ceasefire", "sanctions", "tariffs", "prisoners", "mines", "bridge", "guarantees", "summit", "envoys"];

    /// <summary>The article with a number, from 0; the same number gives the same article.</summary>
    public static DocumentReading Of(int number) => Of(number, number);

    /// <summary>The article with a number that comes out on the day of another.</summary>
    public static DocumentReading Of(int number, int beside)
    {
        var chance = new Random(number);
        var (text, sentences, words) = Text(number, chance);
        var actors = Actors(chance, words);
        var claims = ImmutableArray.CreateBuilder<Claim>(50);
        var textId = ContentHash.Of(text);
        for (var i = 0; i < 50; i++)
        {
            var type = Type(chance.Next(1000));
            var evidence = type == ClaimType.Meeting ? sentences.First(s => s.Contains(actors[0].Mentions[0])) : sentences[i * Sentences / 50];
            var trigger = new TextSpan(evidence.Start, Math.Min(evidence.Start + 4 + (i % 3), evidence.End));
            claims.Add(new()
            {
                Id = ClaimKey.Of(textId, type, trigger, evidence, i.ToString(CultureInfo.InvariantCulture)),
                Type = type,
                By = actors[chance.Next(actors.Length)].Id,
                To = [actors[chance.Next(actors.Length)].Id],
                Trigger = trigger,
                Evidence = evidence,
                What = new(Math.Min(evidence.Start + 5, evidence.End), evidence.End),
                Due = type == ClaimType.Deadline ? Edtf.Parse(Day(beside + chance.Next(60))) : null,
                Participants = type == ClaimType.Meeting ? [actors[0].Id, actors[1].Id] : [],
                Status = type switch
                {
                    ClaimType.Meeting => ClaimStatus.Scheduled,
                    ClaimType.Measure => ClaimStatus.Imposed,
                    _ => null,
                },
                Kind = type == ClaimType.Measure ? Kinds[chance.Next(Kinds.Length)] : null,
                When = type == ClaimType.Meeting ? Edtf.Parse(Day(beside + chance.Next(60))) : null,
                Confidence = chance.Next(30, 100) / 100d,
                Rule = "synthetic",
            });
        }

        return new()
        {
            Document = new()
            {
                Id = ContentHash.Of("raw" + text),
                TextId = textId,
                Source = $"article-{number}.txt",
                Text = text,
                Title = $"Article {number}",
                Publisher = $"Publisher {number % 40}",
                Published = new(Edtf.Parse(Day(beside)), DateBasis.Given),
                Language = "en",
                Zones = [new(new(0, text.Length), ZoneKind.Body)],
            },
            Actors = actors,
            Claims = claims.DrainToImmutable(),
            Sentences = sentences,
            Reader = new("1.0", "sha256:synthetic"),
        };
    }

    private static (string Text, ImmutableArray<TextSpan> Sentences, List<(int At, int Length)> Words) Text(int number, Random chance)
    {
        var text = new StringBuilder();
        var sentences = ImmutableArray.CreateBuilder<TextSpan>(Sentences);
        var words = new List<(int, int)>();
        for (var s = 0; s < Sentences; s++)
        {
            var start = text.Length;
            var length = chance.Next(12, 34);
            for (var w = 0; w < length; w++)
            {
                var word = chance.Next(25) == 0 ? Known[chance.Next(Known.Length)] : Word((int)(Math.Pow(Vocabulary, chance.NextDouble()) - 1));
                words.Add((text.Length, word.Length));
                text.Append(w == 0 ? char.ToUpperInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
                text.Append(w == length - 1 ? '.' : ' ');
            }

            sentences.Add(new(start, text.Length));
            text.Append(s % 5 == 4 ? "\n\n" : " ");
        }

        text.Append(CultureInfo.InvariantCulture, $"({number})");
        return (text.ToString(), sentences.DrainToImmutable(), words);
    }

    private static ImmutableArray<Actor> Actors(Random chance, List<(int At, int Length)> words)
    {
        var actors = ImmutableArray.CreateBuilder<Actor>(10);
        var at = 0;
        for (var i = 0; i < 10; i++)
        {
            // The first two stand side by side.
            at = i == 1 ? Math.Min(at + 1, words.Count - 1) : chance.Next(words.Count);
            var person = i < 2 ? (chance.Next(Prominent / 2) * 2) + i : chance.Next(People);
            actors.Add(new() { Id = $"a{i + 1}", Name = $"{Capital(Word(person * 7 % 997))} {Capital(Word((person * 13) + 1000))}", Kind = ActorKind.Person, Mentions = [new(words[at].At, words[at].At + words[at].Length)] });
        }

        return actors.DrainToImmutable();
    }

    private static ClaimType Type(int share)
    {
        foreach (var (type, part) in Shares)
            if ((share -= part) < 0) return type;
        return ClaimType.Statement;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    // Syllables of the number.
    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = new StringBuilder();
        var rest = number + 17;
        while (rest > 0)
        {
            word.Append(Consonants[rest % Consonants.Length]);
            rest /= Consonants.Length;
            word.Append(Vowels[rest % Vowels.Length]);
            rest /= Vowels.Length;
        }

        return word.ToString();
    }

    private static string Day(int number) => new DateOnly(2030, 1, 1).AddDays(number / ADay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
