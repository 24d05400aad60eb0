using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>What the desk does over any store.</summary>
public abstract class CaseDeskContract : IAsyncLifetime
{
    private const string Campaign = "hotline";
    private static readonly Instant Noon = Instant.FromUtc(2021, 3, 29, 12, 0);

    private IEventStore _store = null!;
    private CaseDesk _desk = null!;

    protected abstract IEventStore Open();

    public virtual Task InitializeAsync()
    {
        _store = Open();
        _desk = new CaseDesk(CaseLife.Hotline, _store, Campaign);
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task TakeAsync_WholeLife_IsFoldedFromTheStore()
    {
        var first = await Take("c-1", At(0, "receive"));
        await Take("c-1", At(1, "assign"));
        var resolved = await Take("c-1", At(2, "resolve"));

        Assert.Equal((1, 3, false), (first.Position, resolved.Position, first.IsRepeat));
        Assert.Equal(resolved.Case, await _desk.FindAsync("c-1"));
        Assert.Equal(Noon + Duration.FromHours(2), resolved.Case.ClosedAt);
        Assert.Null(await _desk.FindAsync("c-2"));
        Assert.Null(await _desk.TimelineAsync("c-2"));
    }

    [Fact]
    public async Task TakeAsync_SameKey_GivesTheFirstAnswerAgain()
    {
        var first = await Take("c-1", At(0, "receive"));
        await Take("c-1", At(1, "assign"));

        var again = await Take("c-1", At(0, "receive") with { At = Noon + Duration.FromDays(1) });

        Assert.Equal(first with { IsRepeat = true }, again);
        Assert.Equal(2, await CountAsync("c-1"));
    }

    [Fact]
    public async Task TakeAsync_SameKeyForAnotherCommand_IsRefused()
    {
        await Take("c-1", At(0, "receive"));

        var refusal = Assert.IsType<KeyTaken>((await Refuse("c-1", At(0, "receive") with { Category = "road" })).Why);

        Assert.Equal("heating", refusal.First.Category);
        Assert.Equal("The key receive 0 belongs to another command, the step 'receive' of 2021-03-29T12:00:00Z.", refusal.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task TakeAsync_NoKey_SaysThatTheDeskNeedsOne(string? key)
    {
        var missing = await Assert.ThrowsAsync<ArgumentException>(() => _desk.TakeAsync("c-1", At(0, "receive") with { Key = key }));

        Assert.StartsWith("command.Key is null or blank; the desk needs a key, the host's name for this request.", missing.Message, StringComparison.Ordinal);
        Assert.Equal("command", missing.ParamName);
    }

    [Fact]
    public async Task TakeAsync_StepOfACaseThatIsNot_SaysHowItBegins() =>
        Assert.Equal("There is no case 'nope'; it begins by 'receive'.", (await Refuse("nope", At(0, "answer"))).Why.Message);

    [Fact]
    public async Task TakeAsync_Refused_WritesNothingAndLeavesTheKeyFree()
    {
        await Refuse("c-1", At(0, "receive") with { Category = null });
        Assert.Equal(0, await CountAsync("c-1"));

        Assert.False((await Take("c-1", At(0, "receive"))).IsRepeat);
    }

    [Fact]
    public async Task TakeAsync_ManyAtOnce_RecordsEachKeyOnce()
    {
        await Take("c-1", At(0, "receive"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => _desk.TakeAsync("c-1", At(1, "classify") with { Key = $"k-{i % 3}" }))));

        Assert.Equal(3, answers.Cast<CaseRecorded>().Count(a => !a.IsRepeat));
        Assert.Equal(4, await CountAsync("c-1"));
    }

    [Fact]
    public async Task TakeAsync_MergedChain_FollowsTheLastOriginal()
    {
        foreach (var id in new[] { "a", "b", "c" })
            await Take(id, At(0, "receive") with { Subject = id });
        await Take("a", At(1, "merge") with { Original = "b" });
        await Take("b", At(2, "merge") with { Original = "c" });
        await Take("c", At(3, "assign"));
        await Take("c", At(4, "resolve") with { Resolved = true });

        var duplicate = await _desk.FindAsync("a");

        Assert.Equal(("b", "merged", false, Noon + Duration.FromHours(4), true, "water"),
            (duplicate!.MergedInto, duplicate.State, duplicate.IsOpen, duplicate.ClosedAt, duplicate.Resolved, duplicate.Unit));
        Assert.Equal(["b"], (await _desk.FindAsync("c"))!.Duplicates);
        await Take("c", At(5, "reopen"));
        Assert.True((await _desk.FindAsync("a"))!.IsOpen);
        Assert.Equal(["received", "received", "received", "assigned", "resolved", "received"], (await _desk.TimelineAsync("a"))!.Phases.Select(p => p.State));
        Assert.Equal(await _desk.FindAsync("a"), (await CaseRegister.ReadAsync(_store, Campaign)).Find("a"));
    }

    [Fact]
    public async Task TakeAsync_MergeIntoADuplicate_GoesToTheEndOfTheChain()
    {
        foreach (var id in new[] { "a", "b", "c" })
            await Take(id, At(0, "receive"));
        await Take("b", At(1, "merge") with { Original = "c" });

        Assert.Equal("c", (await Take("a", At(2, "merge") with { Original = "b" })).Case.MergedInto);
        Assert.Equal(["b", "a"], (await _desk.FindAsync("c"))!.Duplicates);
    }

    [Theory]
    [InlineData("a", "a", "Case a cannot be merged into a, which is or follows a itself.")]
    [InlineData("b", "a", "Case b cannot be merged into a, which is or follows b itself.")]
    [InlineData("b", "gone", "Case b cannot be merged into gone: there is no such case.")]
    public async Task TakeAsync_MergeIntoItselfOrACircleOrNothing_IsRefused(string id, string original, string message)
    {
        await Take("a", At(0, "receive"));
        await Take("b", At(0, "receive"));
        if (id == "b")
            await Take("a", At(1, "merge") with { Original = "b" });

        Assert.Equal(message, (await Refuse(id, At(2, "merge") with { Original = original })).Why.Message);
    }

    [Fact]
    public async Task TakeAsync_MergesInACircleAtOnce_LeaveOneOpen()
    {
        string[] ids = ["a", "b", "c", "d"];
        foreach (var id in ids)
            await Take(id, At(0, "receive"));

        await Task.WhenAll(ids.Select((id, i) => Task.Run(() => _desk.TakeAsync(id, At(1, "merge") with { Original = ids[(i + 1) % 4] }))));

        var cases = (await CaseRegister.ReadAsync(_store, Campaign)).Cases.ToList();
        Assert.Single(cases, c => c.MergedInto is null);
        Assert.All(cases, c => Assert.True(c.IsOpen));
    }

    [Fact]
    public async Task TakeAsync_SameComplainantAndSubjectWithinTheWindow_LinksToTheEarlierOnes()
    {
        await Take("c-1", At(0, "receive") with { Complainant = "p-1", Subject = "house 12" });
        await Take("c-2", At(24 * 10, "receive") with { Complainant = "p-1", Subject = "house 12" });
        await Take("c-3", At(24 * 11, "receive") with { Complainant = "p-1", Subject = "house 13" });
        await Take("c-4", At(24 * 12, "receive") with { Complainant = "p-1" });

        Assert.Equal(["c-1", "c-2"], (await Take("c-5", At(24 * 30, "receive") with { Complainant = "p-1", Subject = "house 12" })).Case.Repeats);
        Assert.Equal(["c-2", "c-5"], (await Take("c-6", At((24 * 30) + 1, "receive") with { Complainant = "p-1", Subject = "house 12" })).Case.Repeats);
        Assert.Empty((await _desk.FindAsync("c-3"))!.Repeats);
        Assert.Empty((await _desk.FindAsync("c-4"))!.Repeats);
    }

    [Fact]
    public async Task TakeAsync_TwoComplaintsAtOnce_OneRepeatsTheOther()
    {
        await Task.WhenAll(new[] { "c-1", "c-2" }.Select(id => Task.Run(() => Take(id, At(0, "receive") with { Complainant = "p-1", Subject = "s" }))));

        var cases = (await CaseRegister.ReadAsync(_store, Campaign)).Cases.ToList();

        Assert.Equal(cases[0].Id, Assert.Single(cases[1].Repeats));
        Assert.Empty(cases[0].Repeats);
    }

    [Fact]
    public async Task EscalateAsync_ByTime_RaisesOpenCasesOnce()
    {
        var targets = ServiceTargets.Parse(
            """
            {
              "targets": "hotline", "version": 1, "clocks": { "resolution": { "reopened": "restarts" } },
              "within": [ { "clock": "resolution", "time": "PT24H" } ],
              "escalations": [ { "clock": "resolution", "percent": 100, "level": 1 }, { "clock": "resolution", "percent": 200, "level": 2 } ]
            }
            """);
        await Take("late", At(0, "receive"));
        await Take("new", At(40, "receive"));
        await Take("done", At(0, "receive"));
        await Take("done", At(1, "assign"));
        await Take("done", At(2, "resolve"));

        Assert.Equal([1, 2], (await _desk.EscalateAsync(targets, Noon + Duration.FromHours(48))).Cast<CaseRecorded>().Select(a => a.Case.Level));
        Assert.Empty(await _desk.EscalateAsync(targets, Noon + Duration.FromHours(49)));
        Assert.Equal((2, "received"), ((await _desk.FindAsync("late"))!.Level, (await _desk.FindAsync("late"))!.State));
        Assert.Equal(0, (await _desk.FindAsync("done"))!.Level);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("p-1", " ")]
    [InlineData("\u3000", "house 12")]
    [InlineData("p-1", null)]
    public async Task TakeAsync_BlankComplainantOrSubject_LinksToNothing(string complainant, string? subject)
    {
        await Take("c-1", At(0, "receive") with { Complainant = complainant, Subject = subject });

        Assert.Empty((await Take("c-2", At(1, "receive") with { Complainant = complainant, Subject = subject })).Case.Repeats);
    }

    [Fact]
    public async Task TakeAsync_UnfitOriginal_IsNamedInAMergeAndNotLookedAtElsewhere()
    {
        await Take("c-1", At(0, "receive"));
        var unfit = new string('x', 252);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _desk.TakeAsync("c-1", At(1, "merge") with { Original = unfit }));

        Assert.Equal("Original", error.ParamName);
        Assert.Equal("assigned", (await Take("c-1", At(1, "assign") with { Original = unfit })).Case.State);
    }

    [Fact]
    public async Task EscalateAsync_WithARegister_CatchesItUp()
    {
        var targets = ServiceTargets.Parse(
            """
            {
              "targets": "hotline", "version": 1, "clocks": { "resolution": { "reopened": "restarts" } },
              "within": [ { "clock": "resolution", "time": "PT24H" } ],
              "escalations": [ { "clock": "resolution", "percent": 100, "level": 1 } ]
            }
            """);
        var register = await CaseRegister.ReadAsync(_store, Campaign);
        await Take("late", At(0, "receive"));

        Assert.Single(await _desk.EscalateAsync(register, targets, Noon + Duration.FromHours(25)));
        Assert.Empty(await _desk.EscalateAsync(register, targets, Noon + Duration.FromHours(26)));
        Assert.Equal(await _store.HeadAsync(Campaign), register.Position);
        var elsewhere = await CaseRegister.ReadAsync(_store, "elsewhere");
        await Assert.ThrowsAsync<ArgumentException>(() => _desk.EscalateAsync(elsewhere, targets, Noon));
    }

    [Fact]
    public async Task CatchUpAsync_OtherStreamsInTheCampaign_ArePassedOver()
    {
        await Take("c-1", At(0, "receive"));
        var register = await CaseRegister.ReadAsync(_store, Campaign);
        await _store.AppendAsync(Campaign, new Append(AppendId.Of("x"), "participant/p", ExpectedVersion.None, new NewEvent("checked-in", "{}"u8.ToArray())));
        await Take("c-2", At(0, "receive"));

        Assert.Equal(["c-1"], register.Cases.Select(c => c.Id));
        await register.CatchUpAsync();
        Assert.Equal(["c-1", "c-2"], register.Cases.Select(c => c.Id));
        Assert.Equal(await _store.HeadAsync(Campaign), register.Position);
    }

    [Fact]
    public async Task TakeAsync_Cancelled_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk.TakeAsync("c-1", At(0, "receive"), new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Cancelled());

        Assert.Equal(0, await CountAsync("c-1"));

        async Task Cancelled()
        {
            await Take("c-2", At(0, "receive"));
            await CaseRegister.ReadAsync(_store, Campaign, cancellationToken: new CancellationToken(canceled: true));
        }
    }

    [Fact]
    public async Task TakeAsync_UnfitId_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _desk.TakeAsync("a\nb", At(0, "receive")));
        await Assert.ThrowsAsync<ArgumentException>(() => _desk.TakeAsync(new string('x', 252), At(0, "receive")));
    }

    private static CaseCommand At(int hours, string action) => new(action, Noon + Duration.FromHours(hours))
    {
        Key = $"{action} {hours}", Category = action == "receive" ? "heating" : null, Unit = action == "assign" ? "water" : null, Reason = "because",
    };

    private async Task<CaseRecorded> Take(string id, CaseCommand command) => Assert.IsType<CaseRecorded>(await _desk.TakeAsync(id, command));

    private async Task<CaseTurnedDown> Refuse(string id, CaseCommand command) => Assert.IsType<CaseTurnedDown>(await _desk.TakeAsync(id, command));

    private async Task<int> CountAsync(string id) => await _store.ReadStreamAsync(Campaign, $"case/{id}", 0).CountAsync();
}
