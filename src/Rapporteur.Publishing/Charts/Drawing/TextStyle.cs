namespace Rapporteur.Publishing;

/// <summary>How a text of a chart is set. <c>data/publishing/chart.css</c> has a class of the same name for each.</summary>
internal enum TextStyle
{
    /// <summary>Words beside a mark.</summary>
    Label,
    /// <summary>Words that matter less, such as a second line.</summary>
    Small,
    /// <summary>Values of an axis.</summary>
    Scale,
    /// <summary>A name that heads a row or column.</summary>
    Strong,
    /// <summary>A name that heads a part of the chart.</summary>
    LaneName,
    /// <summary>A number inside a mark.</summary>
    Number,
    /// <summary>Title of a chart that stands alone.</summary>
    Heading,
}

/// <summary>Sizes of the styles, in pixels.</summary>
internal static class TextStyles
{
    /// <summary>Font size.</summary>
    public static double Size(this TextStyle style) => style switch
    {
        TextStyle.Heading => 16,
        TextStyle.Label => 12,
        _ => 11,
    };

    /// <summary>Estimated width of a text; bold ones are wider by a twelfth.</summary>
    public static double Width(this TextStyle style, string text) =>
        TextWidth.Of(text, style.Size()) * (style is TextStyle.Strong or TextStyle.Heading or TextStyle.Number or TextStyle.LaneName ? 1.08 : 1);

    /// <summary>Text cut with an ellipsis so that it fits.</summary>
    public static string Fit(this TextStyle style, string text, double width) =>
        TextWidth.Fit(text, style.Size(), style is TextStyle.Strong or TextStyle.Heading or TextStyle.Number or TextStyle.LaneName ? width / 1.08 : width);
}

/// <summary>Which part of a text stands at its place.</summary>
internal enum TextEnd
{
    /// <summary>Its beginning.</summary>
    Start,
    /// <summary>Its middle.</summary>
    Middle,
    /// <summary>Its end.</summary>
    End,
}
