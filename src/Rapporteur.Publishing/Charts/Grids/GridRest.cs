namespace Rapporteur.Publishing;

/// <summary>Says what a grid has no room for.</summary>
internal static class GridRest
{
    /// <summary>Words for rows and columns that are not drawn; empty where all are.</summary>
    public static string Of(int rows, int columns) => (rows > 0, columns > 0) switch
    {
        (true, true) => Words.Fill("chart.rest-both", ("rows", Words.Number(rows)), ("columns", Words.Number(columns))),
        (true, false) => Words.Fill("chart.rest-rows", ("rows", Words.Number(rows))),
        (false, true) => Words.Fill("chart.rest-columns", ("columns", Words.Number(columns))),
        _ => "",
    };
}
