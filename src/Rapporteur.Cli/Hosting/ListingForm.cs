namespace Rapporteur.Cli;

/// <summary>How a listing is written.</summary>
internal enum ListingForm
{
    Text,
    Json,
    Csv,
}

/// <summary>What a call says of it.</summary>
internal static class ListingForms
{
    /// <summary>The form; throws <see cref="CallException"/> where both are asked for.</summary>
    public static ListingForm Of(bool json, bool csv) => (json, csv) switch
    {
        (true, true) => throw new CallException("Choose --json or --csv, not both."),
        (true, false) => ListingForm.Json,
        (false, true) => ListingForm.Csv,
        _ => ListingForm.Text,
    };
}
