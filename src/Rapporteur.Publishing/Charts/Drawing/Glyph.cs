namespace Rapporteur.Publishing;

/// <summary>Shapes of marks. Each is told from the others without its colour.</summary>
internal enum Glyph
{
    /// <summary>A filled circle.</summary>
    Dot,
    /// <summary>An empty circle.</summary>
    Ring,
    /// <summary>An empty circle with a dashed line.</summary>
    Faint,
    /// <summary>A circle of which the lower half is filled.</summary>
    Half,
    /// <summary>A filled square.</summary>
    Square,
    /// <summary>An empty square.</summary>
    Frame,
    /// <summary>A filled diamond.</summary>
    Diamond,
    /// <summary>A triangle that points up.</summary>
    Up,
    /// <summary>A triangle that points down.</summary>
    Down,
    /// <summary>An empty triangle that points up.</summary>
    Call,
    /// <summary>Two bars, as for a pause.</summary>
    Pause,
    /// <summary>A cross.</summary>
    Cross,
    /// <summary>An empty circle with a cross in it.</summary>
    Barred,
    /// <summary>The same with a dashed circle.</summary>
    FaintBarred,
    /// <summary>An empty circle with a stroke through it.</summary>
    Slashed,
    /// <summary>A tick.</summary>
    Check,
    /// <summary>A small point.</summary>
    Point,
}
