namespace Rapporteur.Reading;

/// <summary>Something about how a place name stands in its sentence.</summary>
/// <param name="Way">Where it is looked for, such as the relation and preposition by which the name hangs on a word (<c>nmod.of</c>) or <c>1 before</c>.</param>
/// <param name="Word">What stands there: a lemma, <c>#</c> and a class of words, <c>+</c> and a part of speech, <c>:</c> and a relation, <c>=</c> and a list; <c>*</c> for anything.</param>
public readonly record struct MetonymyCue(string Way, string Word);

/// <summary>Cues that tell whether a place name stands for those who act there. Every cue that applies has one voice. Thread-safe.</summary>
public sealed class MetonymyCues
{
    /// <summary>Where the cues lie below the data folder.</summary>
    public const string File = "lexicons/names/metonymy.tsv";

    /// <summary>Voices of the rules beside the cues.</summary>
    public const int Rules = 4;

    private readonly Dictionary<MetonymyCue, int> _cues = [];

    /// <summary>Takes cues as rows: <c>acts</c> or <c>place</c>, the way, the word. Throws <see cref="InvalidDataException"/>.</summary>
    /// <param name="rows">The rows.</param>
    public MetonymyCues(IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows)
            _cues[new(row[1], row[2])] = row[0] switch { "acts" => 1, "place" => -1, _ => throw new InvalidDataException($"{File}: “{row[0]}” is neither acts nor place.") };
    }

    /// <summary>Loads the cues that ship.</summary>
    /// <param name="data">The data folder.</param>
    public static MetonymyCues Load(DataFolder data) => new(WorldFiles.Rows(data, File, 3));

    /// <summary>Voices for those who act less voices for the place.</summary>
    /// <param name="setting">What is known of how the name stands.</param>
    public int Voices(IReadOnlyList<MetonymyCue> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var voices = 0;
        for (var i = 0; i < setting.Count; i++) voices += _cues.GetValueOrDefault(setting[i]);
        return voices;
    }

    /// <summary>Whether a name stands for those who act: the majority of the cues and of the rules, the rules where both are even.</summary>
    /// <param name="setting">What is known of how the name stands.</param>
    /// <param name="rules">What the rules say.</param>
    public bool Acts(IReadOnlyList<MetonymyCue> setting, bool rules) => Voices(setting) + (rules ? Rules : -Rules) is var sum && (sum == 0 ? rules : sum > 0);
}
