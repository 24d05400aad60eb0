using System.Security.Cryptography;
using System.Text;
using CampaignKit.Calendars;
using CampaignKit.Draws;

namespace CampaignKit.Quickstart;

/// <summary>
/// Locks, holds and publishes a week's draw. There is no network here, so the randomness is a secret that the operator
/// commits to in the lock and reveals after it; a host with a network names a future round of a public beacon instead, such as
/// <c>Drand.Quicknet.FirstRoundAfter(…)</c>, which no operator knows beforehand.
/// </summary>
internal static class DrawOffice
{
    public static async Task<(CampaignPeriod Week, DrawIsHeld Held, DirectoryInfo Folder)> HoldAsync(
        CampaignDraw desk, CampaignPeriod week, QuickstartOptions options, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"quickstart secret {options.Settings.Seed} {week.Id}")));
        Expect<DrawIsLocked>(await desk.LockAsync(week, OperatorCommitment.To(secret), cancellationToken));
        var held = Expect<DrawIsHeld>(await desk.HoldAsync(week, new OperatorReveal(secret), cancellationToken));

        // Named as the caller named it, so that the lines printed are as short as they can be.
        var folder = Directory.CreateDirectory(Path.Combine(options.Output.ToString(), $"draw-{week.Id}"));
        var published = Expect<DrawIsPublished>(await desk.PublishAsync(week, cancellationToken));
        DrawFolder.Save(published.Result, folder.FullName);
        return (week, held, folder);
    }

    private static T Expect<T>(DrawAnswer answer)
        where T : DrawAnswer => answer switch
        {
            T expected => expected,
            DrawRefused refused => throw new UnsuitableException(refused.Why.Message),
            _ => throw new InvalidOperationException($"The draw answered {answer}."),
        };
}
