namespace SrmBlazor.Shell;

public sealed class ShellTexts;
