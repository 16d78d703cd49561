namespace Rapporteur.Domain;

/// <summary>What answers a question.</summary>
public enum QuestionType
{
    /// <summary>Yes or no.</summary>
    YesNo,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A day.</summary>
    Date,
}
