using System.Text.Json;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>The life that DIGIT PGR's workflow allows, written as a definition.</summary>
public sealed class DigitVectorTests
{
    private const string File = "state_machine.json";
    private static readonly Instant Noon = Instant.FromUtc(2021, 3, 29, 12, 0);
    private static readonly CaseLife Digit = CaseLife.Load(SharedFiles.Beside("Vectors/digit-pgr.json"));

    public static TheoryData<string> Steps => Vector.Ids(File, c => c.TryGetProperty("action", out _));

    public static TheoryData<string> Windows => Vector.Ids(File, c => c.TryGetProperty("reopen_allowed", out _));

    [Fact]
    public void Vectors_OfTheFile_AreAll() => Assert.Equal(36, Steps.Count + Windows.Count);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Decide_StepInState_IsAsInDigit(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var grievance = In(expected.GetProperty("state").GetString()!);
        var action = expected.GetProperty("action").GetString()!;
        var roles = expected.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!).ToArray();

        if (!expected.GetProperty("allowed").GetBoolean())
        {
            Assert.IsType<StepNotAllowed>(Assert.IsType<CaseRefused>(Digit.Decide(grievance, new CaseCommand(action, Noon))).Why);
            return;
        }

        Assert.Equal(roles, Digit.Step(grievance.State, action)!.Roles);
        Assert.All(roles, role => Assert.Equal(expected.GetProperty("next").GetString(), After(grievance, new CaseCommand(action, Noon) { Role = role }).State));
        Assert.IsType<RoleNotAllowed>(Assert.IsType<CaseRefused>(Digit.Decide(grievance, new CaseCommand(action, Noon) { Role = "PASSER_BY" })).Why);
        Assert.IsType<RoleNotAllowed>(Assert.IsType<CaseRefused>(Digit.Decide(grievance, new CaseCommand(action, Noon))).Why);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Decide_Reopening_IsWithinTheWindow(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var at = Noon + Duration.FromHours(expected.GetProperty("hours_since_last_change").GetInt32());

        var decision = Digit.Decide(In("RESOLVED"), new CaseCommand("REOPEN", at) { Role = "CITIZEN" });

        if (expected.GetProperty("reopen_allowed").GetBoolean())
            Assert.IsType<CaseAccepted>(decision);
        else
            Assert.Equal(Noon + Duration.FromDays(10), Assert.IsType<WindowClosed>(Assert.IsType<CaseRefused>(decision).Why).Until);
    }

    /// <summary>A case led to <paramref name="state"/> by the shortest way that the life allows.</summary>
    private static GrievanceCase In(string state)
    {
        var reached = new Queue<GrievanceCase>([GrievanceCase.New("c-1")]);
        while (reached.Peek().State != state)
        {
            var grievance = reached.Dequeue();
            foreach (var step in Digit.Transitions.Where(t => t.From == grievance.State))
                reached.Enqueue(After(grievance, new CaseCommand(step.Action, Noon) { Role = step.Roles[0] }));
        }

        return reached.Peek();
    }

    private static GrievanceCase After(GrievanceCase grievance, CaseCommand command) =>
        Assert.IsType<CaseAccepted>(Digit.Decide(grievance, command)).Events.Aggregate(grievance, (c, e) => c.Evolve(e));
}
