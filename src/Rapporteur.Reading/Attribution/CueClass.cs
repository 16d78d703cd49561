namespace Rapporteur.Reading;

/// <summary>What a cue says that its source does.</summary>
public enum CueClass
{
    /// <summary>Says.</summary>
    Speech,
    /// <summary>Writes, publishes; or is itself a text that says something.</summary>
    Writing,
    /// <summary>Thinks, believes, expects.</summary>
    Thought,
    /// <summary>Hopes, fears, regrets.</summary>
    Feeling,
    /// <summary>Knows, learns.</summary>
    Knowledge,
    /// <summary>Shows, proves.</summary>
    Evidence,
    /// <summary>Takes sides or wants something; an attitude, not words.</summary>
    Stance,
}

/// <summary>How the text stands to what is attributed.</summary>
public enum Factuality
{
    /// <summary>It leaves open whether it is so ("said").</summary>
    Neutral,
    /// <summary>It takes it as so ("acknowledged").</summary>
    Factive,
    /// <summary>It keeps its distance ("claimed").</summary>
    Doubted,
    /// <summary>The source says that it is not so ("denied").</summary>
    Counter,
}
