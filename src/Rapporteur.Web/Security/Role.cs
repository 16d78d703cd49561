namespace Rapporteur.Web;

/// <summary>What an account may do; each may what those before it may.</summary>
public enum Role
{
    /// <summary>Sees every page.</summary>
    Reader,
    /// <summary>Adds documents and rules on what was read.</summary>
    Analyst,
    /// <summary>Settles rulings that contradict each other and takes back those of others.</summary>
    Editor,
}
