namespace SrmBlazor.Shell;

/// <summary>What the commands say.</summary>
public sealed class CommandLineTexts;
