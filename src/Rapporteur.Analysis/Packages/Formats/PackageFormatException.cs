namespace Rapporteur.Analysis;

/// <summary>A file of packages is wrong. The message says where, what stands there, and what was expected.</summary>
public sealed class PackageFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="line">Line, from 1; 0 where none can be named.</param>
    /// <param name="message">What stands there and what was expected.</param>
    public PackageFormatException(string file, int line, string message)
        : base(line > 0 ? $"{file}, line {line}: {message}" : $"{file}: {message}")
    {
    }
}
