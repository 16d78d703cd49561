namespace Rapporteur.Domain;

/// <summary>Level of those who meet.</summary>
public enum MeetingLevel
{
    /// <summary>Heads of state or government.</summary>
    Leaders,
    /// <summary>Ministers.</summary>
    Ministers,
    /// <summary>Envoys, ambassadors, negotiators.</summary>
    Envoys,
    /// <summary>Experts; also "lower-level" and "working-level".</summary>
    Experts,
}

/// <summary>How many sides meet, and how.</summary>
public enum MeetingFormat
{
    /// <summary>Two sides.</summary>
    Bilateral,
    /// <summary>Three sides.</summary>
    Trilateral,
    /// <summary>More sides.</summary>
    Multilateral,
    /// <summary>A go-between carries words from room to room.</summary>
    Proximity,
}
