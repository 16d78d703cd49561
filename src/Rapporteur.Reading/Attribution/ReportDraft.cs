using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>An attribution while it is being put together; tokens are indices into the document.</summary>
internal sealed class ReportDraft(int cue, CueEntry entry, string rule)
{
    public int Cue { get; } = cue;
    public CueEntry Entry { get; } = entry;
    public string Rule { get; set; } = rule;

    /// <summary>First and last token of the cue's words.</summary>
    public int CueFirst { get; set; } = cue;
    public int CueLast { get; set; } = cue;

    /// <summary>Head of the words that name the source; -1 where there are none.</summary>
    public int Source { get; set; } = -1;

    /// <summary>What a relative pronoun stands for, or the source itself; -1 where there is none.</summary>
    public int Referent { get; set; } = -1;

    /// <summary>Heads of the words that name those spoken to.</summary>
    public List<int> To { get; } = [];

    /// <summary>Words attributed, outside of <see cref="Passages"/>.</summary>
    public List<int> Content { get; } = [];

    /// <summary>Words of <see cref="Content"/> with which something new begins, an item of a list.</summary>
    public HashSet<int> Starts { get; } = [];

    /// <summary>Whole quotations attributed, by index.</summary>
    public List<int> Passages { get; } = [];

    /// <summary>An attitude, and no statement.</summary>
    public bool Stance { get; set; }

    /// <summary>What should be done, and no report of what is: "suggested that none be played".</summary>
    public bool Directive { get; set; }

    /// <summary>Id of the actor who says it where no mention stands at <see cref="Source"/>; null for whoever is mentioned there.</summary>
    public string? Speaker { get; set; }

    public string? Medium { get; set; }

    public TextSpan CueSpan(AnnotatedDocument document) => document.Tokens[CueFirst].Span.Cover(document.Tokens[CueLast].Span);
}
