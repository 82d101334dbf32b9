return TreatyTracker.Api.Commands.CommandLine.Run(args);

/// <summary>The program: a bare first word is a verb, else it serves.</summary>
public partial class Program;
