using Xunit;

namespace Rapporteur.Tests;

/// <summary>Tests in a browser, alone on the machine: the workbench runs in the process of the tests, and its threads are not to wait for those of others.</summary>
[CollectionDefinition("Browser", DisableParallelization = true)]
public sealed class BrowserCollection;
