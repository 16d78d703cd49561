using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>An option whose values stand for those of an enumeration.</summary>
/// <param name="Name">Name, as a command takes it.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Values">Words and what they stand for; the first is the default.</param>
internal sealed record EnumOption<T>(string Name, string Meaning, ImmutableArray<(string Word, T Value)> Values)
    where T : struct, Enum
{
    /// <summary>The option as a model lists it.</summary>
    public ModelOption Option => new(Name, [.. Values.Select(value => value.Word)], Meaning);

    /// <summary>What was chosen.</summary>
    public T Of(ModelChoices choices)
    {
        var word = choices.Word(Name);
        return Values.First(value => value.Word == word).Value;
    }

    /// <summary>A value as it is chosen.</summary>
    public KeyValuePair<string, string> Choice(T value) => new(Name, Values.First(one => EqualityComparer<T>.Default.Equals(one.Value, value)).Word);

    /// <summary>The same option with another default.</summary>
    public EnumOption<T> Usually(T value) => this with { Values = [.. Values.OrderBy(one => !EqualityComparer<T>.Default.Equals(one.Value, value))] };
}
