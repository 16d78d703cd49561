using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Analysis;

/// <summary>Values of a model's options: those that were given, and the default of every other.</summary>
public sealed class ModelChoices
{
    private readonly ImmutableArray<ModelOption> _options;
    private readonly ImmutableSortedDictionary<string, string> _given;

    private ModelChoices(ImmutableArray<ModelOption> options, ImmutableSortedDictionary<string, string> given) => (_options, _given) = (options, given);

    /// <summary>Every option at its default.</summary>
    /// <param name="options">The options.</param>
    public static ModelChoices Usual(ImmutableArray<ModelOption> options) => new(options, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>These choices with some changed.</summary>
    /// <param name="model">Id of the model, for the message.</param>
    /// <param name="values">Name and value of each.</param>
    /// <exception cref="ArgumentException">There is no such option, or it does not take the value; the message says what there is.</exception>
    public ModelChoices With(string model, IEnumerable<KeyValuePair<string, string>> values)
    {
        var given = _given.ToBuilder();
        foreach (var (name, value) in values)
        {
            var option = _options.FirstOrDefault(o => o.Name == name)
                ?? throw new ArgumentException(_options.IsEmpty ? $"The model {model} has no options." : $"The model {model} has no option {name}; it has {string.Join(", ", _options.Select(o => o.Name))}.");
            if (!option.Allows(value)) throw new ArgumentException($"The option {name} of {model} takes {option.Takes}, not '{value}'.");
            given[name] = value;
        }

        return new(_options, given.ToImmutable());
    }

    /// <summary>What an option was set to, or its default.</summary>
    /// <param name="name">Name of the option.</param>
    public string Word(string name) => _given.TryGetValue(name, out var value) ? value : _options.First(o => o.Name == name).Values[0];

    /// <summary>An option that is a number.</summary>
    /// <param name="name">Name of the option.</param>
    public double Number(string name) => double.Parse(Word(name), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>An option that is a whole number.</summary>
    /// <param name="name">Name of the option.</param>
    public int Count(string name) => (int)Number(name);

    /// <summary>What differs from the defaults, such as <c>offer=least q=0.5</c>; empty where nothing does.</summary>
    public override string ToString() => string.Join(' ', _given.Where(g => _options.First(o => o.Name == g.Key).Values[0] != g.Value).Select(g => $"{g.Key}={g.Value}"));
}
