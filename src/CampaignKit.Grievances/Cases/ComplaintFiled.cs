using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A case began; kept in the stream of the keys by which later complaints repeat it.</summary>
internal sealed record ComplaintFiled(string Case, Instant At);
