using Rapporteur.Cli;

return await RapporteurProgram.RunAsync(args, Terminal.System());
