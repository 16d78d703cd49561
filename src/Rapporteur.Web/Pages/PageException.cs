using Microsoft.AspNetCore.Http;

namespace Rapporteur.Web;

/// <summary>A page that cannot be shown, or an act that cannot be done: a status and a sentence that says what to do. Its page and its JSON are made in one place.</summary>
/// <param name="status">Status of HTTP.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class PageException(int status, string message) : Exception(message)
{
    /// <summary>Status of HTTP.</summary>
    public int Status { get; } = status;

    /// <summary>There is no such thing in the record.</summary>
    public static PageException NotThere(string what) => new(StatusCodes.Status404NotFound, $"{what} is not in the record, or not any more.");

    /// <summary>The address or form cannot be understood.</summary>
    public static PageException Wrong(string message) => new(StatusCodes.Status400BadRequest, message);
}
