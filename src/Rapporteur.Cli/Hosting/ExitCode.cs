namespace Rapporteur.Cli;

/// <summary>Exit codes that scripts may rely on.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Something was left out or found wrong; standard error says what.</summary>
    public const int LeftOut = 1;

    /// <summary>The call was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
