using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>Emission standards, years of delay (Bueno de Mesquita 1994); the benchmarks take it from here.</summary>
internal static class EmissionExample
{
    /// <summary>Ten members of the European Community on one line.</summary>
    public static StakeholderTable Table { get; } = StakeholderCsv.Read("""
        Actor,Capability,Position,Salience
        Netherlands,0.08,4,0.8
        Belgium,0.08,7,0.4
        Luxembourg,0.03,4,0.2
        Germany,0.16,4,0.8
        France,0.16,10,0.6
        Italy,0.16,10,0.6
        UK,0.16,10,0.9
        Ireland,0.05,7,0.1
        Denmark,0.05,4,1.0
        Greece,0.08,7,0.7
        """, "Emission standards").Table!;
}
