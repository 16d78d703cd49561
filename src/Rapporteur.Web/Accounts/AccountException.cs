namespace Rapporteur.Web;

/// <summary>An account that cannot be made or changed, or a file of accounts that cannot be used: a sentence that says what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class AccountException(string message) : Exception(message);
