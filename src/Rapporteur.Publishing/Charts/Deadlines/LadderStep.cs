using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A deadline on a ladder.</summary>
/// <param name="Key">Key, to which another deadline points.</param>
/// <param name="Who">Who set it and to whom.</param>
/// <param name="What">What has to be done.</param>
/// <param name="Given">Day on which it was first reported; null where no document has a date.</param>
/// <param name="Due">By when; null where no text says.</param>
/// <param name="State">State as of the day.</param>
/// <param name="StateInWords">The same in words.</param>
/// <param name="Mark">The whole line, and where it can be opened.</param>
public sealed record LadderStep(string Key, string Who, string What, DateOnly? Given, Edtf? Due, DeadlineState State, string StateInWords, ChartMark Mark)
{
    /// <summary>Key of the deadline that took its place or came after its day; null where none did.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the next one took its place; else it only came after.</summary>
    public bool IsReplaced { get; init; }
}
