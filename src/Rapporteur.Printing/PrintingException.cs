namespace Rapporteur.Printing;

/// <summary>A page could not be printed; the message says why and what to do.</summary>
/// <param name="message">One sentence for the user.</param>
public sealed class PrintingException(string message) : Exception(message);
