using System.Numerics;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>The matrix's columns of roles are headed by the beginnings of their names.</summary>
internal static class RoleColumns
{
    /// <summary>Every role but the supplier's, who is "owner" and "another".</summary>
    public static IEnumerable<Role> Expected => Enum.GetValues<Role>().Where(role => BitOperations.PopCount((uint)role) == 1 && role != Role.Supplier);

    public static Role Of(string heading) => Expected.Single(role => role.ToString().StartsWith(heading, StringComparison.OrdinalIgnoreCase));
}
