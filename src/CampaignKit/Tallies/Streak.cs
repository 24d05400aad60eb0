using NodaTime;

namespace CampaignKit;

/// <summary>
/// A run of due days on which something was done: a fold over due, engaged and excused days, never a stored counter.
/// </summary>
/// <param name="Current">The run that reaches to today, or to yesterday while today is still open.</param>
/// <param name="Longest">The longest run so far.</param>
public readonly record struct Streak(int Current, int Longest)
{
    /// <summary>
    /// The streak as of a day. An engaged due day lengthens it; an excused due day is neutral; a due day that passed without either
    /// breaks it; today, while not engaged, neither breaks it nor counts. Engagement on a day that was not due changes nothing.
    /// </summary>
    /// <param name="due">The days on which it is due, in order; those after <paramref name="today"/> are ignored.</param>
    /// <param name="engaged">Whether it was done on a day.</param>
    /// <param name="excused">Whether a day is excused.</param>
    /// <param name="today">The day as of which the streak is asked for.</param>
    public static Streak Of(IEnumerable<LocalDate> due, Predicate<LocalDate> engaged, Predicate<LocalDate> excused, LocalDate today)
    {
        Guard.Against.Null(due);
        Guard.Against.Null(engaged);
        Guard.Against.Null(excused);
        int current = 0, longest = 0;
        foreach (var day in due.TakeWhile(day => day <= today))
        {
            if (engaged(day))
                longest = Math.Max(longest, ++current);
            else if (day < today && !excused(day))
                current = 0;
        }

        return new Streak(current, longest);
    }
}
