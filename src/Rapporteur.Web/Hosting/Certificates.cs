using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rapporteur.Web;

/// <summary>Reads the certificate of a server.</summary>
internal static class Certificates
{
    /// <summary>A certificate with its key, of a PFX file without password or a PEM file. Throws <see cref="ArgumentException"/> with a sentence.</summary>
    /// <param name="file">The file.</param>
    public static X509Certificate2 Load(string file)
    {
        try
        {
            return file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509Certificate2.CreateFromPemFile(file, file) : X509CertificateLoader.LoadPkcs12FromFile(file, null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"{file} holds no certificate with its key that can be used; name a PFX file without password, or a PEM file with both.", e);
        }
    }
}
