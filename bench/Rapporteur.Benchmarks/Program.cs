using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;

if (args is ["size", .. var rest]) SizeRun.Run(rest);
else BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
