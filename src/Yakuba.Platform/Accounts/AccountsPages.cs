using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Yakuba.Platform.Accounts;

internal static class AccountsPages
{
    internal static IResult Refused(Problem problem) => new RazorComponentResult<RefusedPage>(new { Problem = problem }) { StatusCode = problem.Status };
}
