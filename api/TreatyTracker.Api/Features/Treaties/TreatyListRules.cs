using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The rules of <see cref="TreatyListRequest"/>.</summary>
public sealed class TreatyListRules : Validator<TreatyListRequest>
{
    public TreatyListRules()
    {
        this.AddListRules();
        RuleFor(r => r.Q).Searchable();
    }
}
