using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Benchmarks;

/// <summary>Articles made by chance from a seed: thirty sentences of words whose frequencies fall as in language (Zipf), fifty claims, ten actors.</summary>
internal static class SyntheticArticles
{
    private const int Sentences = 30;
    private const int Vocabulary = 20_000;
    private const int People = 400;

    private static readonly string[] Known = ["talks", "ceasefire", "sanctions", "tariffs", "prisoners", "mines", "bridge", "guarantees", "summit", "envoys"];

    /// <summary>The article with a number, from 0; the same number gives the same article.</summary>
    public static DocumentReading Of(int number)
    {
        var chance = new Random(number);
        var (text, sentences, words) = Text(number, chance);
        var actors = Actors(chance, words);
        var claims = ImmutableArray.CreateBuilder<Claim>(50);
        var textId = ContentHash.Of(text);
        for (var i = 0; i < 50; i++)
        {
            var evidence = sentences[i * Sentences / 50];
            var type = (ClaimType)chance.Next(15);
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
                Due = type == ClaimType.Deadline ? Edtf.Parse(Day(number + chance.Next(60))) : null,
                Participants = type == ClaimType.Meeting ? [actors[0].Id, actors[1].Id] : [],
                Status = type == ClaimType.Meeting ? ClaimStatus.Scheduled : null,
                When = type == ClaimType.Meeting ? Edtf.Parse(Day(number + chance.Next(60))) : null,
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
                Published = new(Edtf.Parse(Day(number)), DateBasis.Given),
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
        for (var i = 0; i < 10; i++)
        {
            var (at, length) = words[chance.Next(words.Count)];
            var person = chance.Next(People);
            actors.Add(new() { Id = $"a{i + 1}", Name = $"{Capital(Word(person * 7 % 997))} {Capital(Word((person * 13) + 1000))}", Kind = ActorKind.Person, Mentions = [new(at, at + length)] });
        }

        return actors.DrainToImmutable();
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

    // Forty articles a day.
    private static string Day(int number) => new DateOnly(2030, 1, 1).AddDays(number / 40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
