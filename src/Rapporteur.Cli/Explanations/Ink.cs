namespace Rapporteur.Cli;

/// <summary>Colours for results on a terminal; plain text elsewhere.</summary>
/// <param name="On">Whether colours are written.</param>
internal readonly record struct Ink(bool On)
{
    public string Head(string text) => Paint("1", text);

    public string Good(string text) => Paint("32", text);

    public string Bad(string text) => Paint("31", text);

    public string Dim(string text) => Paint("90", text);

    public string Name(string text) => Paint("36", text);

    private string Paint(string code, string text) => On && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
