using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Every cell of the matrix that is about a service, asked of the service.</summary>
public sealed class ServiceAuthorisationTests(ServiceAuthorisationTests.Fixture fixture) : IClassFixture<ServiceAuthorisationTests.Fixture>
{
    public static TheoryData<string> ByAct => [.. Matrix.In(Matrix.ByAct).Select(line => line.Operation)];

    public static TheoryData<string> ByProof => [.. Matrix.In(Matrix.ByProof).Select(line => line.Operation)];

    public static TheoryData<string> ByAnybody => [.. Matrix.In(Matrix.ByAnybody).Select(line => line.Operation)];

    [Theory]
    [MemberData(nameof(ByAct))]
    [Promise("P-5.7-06", "P-8.1-01")]
    public async Task Who_acts_is_answered_as_the_matrix_says(string operation)
    {
        var line = Matrix.In(Matrix.ByAct).Single(line => line.Operation == operation);
        var scene = await fixture.Stage.SceneAsync(line.Scene);

        await fixture.AskAllAsync(line, scene, who => (Fixture.ActOf(who, scene, fixture.House), null));
    }

    [Theory]
    [MemberData(nameof(ByProof))]
    [Promise("P-8.1-01")]
    public async Task What_is_shown_opens_what_the_matrix_says(string operation)
    {
        var line = Matrix.In(Matrix.ByProof).Single(line => line.Operation == operation);
        var scene = await fixture.Stage.SceneAsync(line.Scene);
        var proofs = await Proof.OfAsync(line.Cells["shown"], fixture.Stage, scene);

        await fixture.AskAllAsync(line, scene, shown => (null, proofs[shown]));
    }

    [Theory]
    [MemberData(nameof(ByAnybody))]
    public async Task What_anybody_may_ask_tells_nothing_of_anybody(string operation)
    {
        var line = Matrix.In(Matrix.ByAnybody).Single(line => line.Operation == operation);

        await fixture.AskAllAsync(line, await fixture.Stage.SceneAsync(line.Scene), _ => (null, null));
    }

    public sealed class Fixture : IAsyncLifetime
    {
        private readonly List<ServiceDescriptor> registered = [];
        private IReadOnlyList<Operation> operations = [];

        public House House { get; private set; } = null!;

        internal Stage Stage { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            House = await House.BuildAsync(DatabaseProvider.Sqlite, services =>
            {
                registered.AddRange(services);
                // who may what is neither slow hashing nor surviving a power cut
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                services.Configure<DatabaseOptions>(options => options.Synchronous = "OFF");
            });
            operations = Operation.Of(registered, House.Services);
            Stage = new Stage(House.Services, House.Clock);
            // answers a request for a new password only where it works
            await House.Get<ForgottenPasswords>().StartAsync(CancellationToken.None);
            await House.Get<GuardianRequests>().StartAsync(CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            await House.Get<GuardianRequests>().StopAsync(CancellationToken.None);
            await House.Get<ForgottenPasswords>().StopAsync(CancellationToken.None);
            await House.DisposeAsync();
        }

        /// <summary>Whoever acts has just shown who they are: what is refused is refused for what they are.</summary>
        internal static Act ActOf(string who, Scene scene, House house) => Unconfirmed(who, scene, house) with { ConfirmedOn = house.Clock.Now() };

        private static Act Unconfirmed(string who, Scene scene, House house) => who switch
        {
            "nobody" => house.ActOf(Guid.Empty),
            "owner" => scene.Owner.Act(house.Clock.Now()),
            "another" => scene.Another.Act(house.Clock.Now()),
            _ => house.ActOf(Guid.NewGuid(), RoleColumns.Of(who)),
        };

        /// <summary>Whoever is let in comes last: until then the scene is as it was set.</summary>
        internal async Task AskAllAsync(Line line, Scene scene, Func<string, (Act?, Proof?)> with)
        {
            var operation = operations.Single(one => one.Name == line.Operation);
            var arguments = await Arguments.OfAsync(Stage, scene);
            using var watch = new Watch(House.Store, scene);
            List<string> differences = [];
            foreach (var (who, expected) in line.Verdicts.OrderBy(cell => cell.Expected is "allowed" or "own"))
            {
                var (act, proof) = with(who);
                var verdict = await watch.VerdictAsync(() => Answer.OfAsync(() => AskAsync(operation, arguments, act, proof)));
                if (verdict != expected)
                {
                    differences.Add($"{line.Operation}, {who}: {verdict} instead of {expected}");
                }
            }

            Stage.Strike(watch.Changed);

            Assert.True(differences.Count == 0, string.Join('\n', differences));
        }

        private async Task<object?> AskAsync(Operation operation, Arguments arguments, Act? act, Proof? proof)
        {
            List<object?> given = [];
            foreach (var parameter in operation.Method.GetParameters())
            {
                given.Add(await arguments.OfAsync(parameter, operation, act, proof));
            }

            var answer = operation.Method.Invoke(House.Services.GetRequiredService(operation.Service), System.Reflection.BindingFlags.DoNotWrapExceptions, null, [.. given], null);
            if (answer is not Task task)
            {
                return answer;
            }

            await task;
            return operation.Method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
        }
    }
}
