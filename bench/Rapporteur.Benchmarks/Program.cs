using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;

if (args is ["size", .. var rest]) SizeRun.Run(rest);
else if (args is ["load", .. var load]) await LoadRun.RunAsync(load);
else BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
