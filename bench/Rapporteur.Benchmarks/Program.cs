using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
