namespace Rapporteur.Plugs;

/// <summary>An address that is not fetched, with a sentence that says why. From a handler of <see cref="PublicAddresses"/> it comes as it is or inside an <see cref="HttpRequestException"/>.</summary>
/// <param name="message">Why.</param>
public sealed class RefusedAddressException(string message) : IOException(message);
