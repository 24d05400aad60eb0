using Microsoft.Extensions.Options;

namespace CampaignKit;

/// <summary>Checks the options before the kit starts; all problems are told at once.</summary>
internal sealed class CampaignKitOptionsValidation : IValidateOptions<CampaignKitOptions>
{
    public ValidateOptionsResult Validate(string? name, CampaignKitOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
