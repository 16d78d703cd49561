using Xunit;

namespace Rapporteur.Tests;

/// <summary>Tests that listen for connections of the whole process, with no other test beside them.</summary>
[CollectionDefinition("Connections", DisableParallelization = true)]
public sealed class ConnectionCollection;
