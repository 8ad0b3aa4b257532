namespace SrmBlazor.Shared;

/// <summary>Somebody tried what their roles do not allow. No page offers it to them, so it is a bug or an attack.</summary>
public sealed class NotAllowedException(Role needed) : Exception($"Needs one of: {needed}.")
{
    public Role Needed { get; } = needed;
}

public static class Guarding
{
    /// <summary>Every service method for some roles only begins with this.</summary>
    /// <exception cref="NotAllowedException">The actor holds none of the roles.</exception>
    public static void Demand(this Act act, Role anyOf)
    {
        if (!act.Is(anyOf))
        {
            throw new NotAllowedException(anyOf);
        }
    }
}
