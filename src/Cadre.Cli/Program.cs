using Cadre.Cli;

return CommandLine.Run(args, TimeProvider.System, TimeProvider.System.GetTimestamp());
