using System.Reflection;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>The ways to anybody's data: the stores, the vault, and the disk.</summary>
internal static class Doors
{
    private static readonly Type[] Stores = [typeof(Store), typeof(Writing), typeof(Vault), typeof(KeyStore), typeof(Collector), typeof(AccessLedger), typeof(SrmDbContext)];

    private static readonly Type[] Disk = [typeof(File), typeof(FileInfo), typeof(Directory), typeof(DirectoryInfo), typeof(FileStream)];

    public static bool IsDoor(MemberInfo member) => member.DeclaringType is { } type && (Stores.Contains(type) || Disk.Contains(type));

    public static bool AreReachedFrom(MethodInfo method) =>
        Reach.From([method]).Append(method).Any(reached => IsDoor(reached) || Shared.Uses.NamedBy(reached).Any(IsDoor));
}
