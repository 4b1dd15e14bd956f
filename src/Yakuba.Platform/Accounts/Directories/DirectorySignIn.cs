namespace Yakuba.Platform.Accounts.Directories;

internal sealed class DirectorySignIn
{
    internal Task<Result<DirectoryAnswer>> CheckAsync(string userName, string password, string requestId, CancellationToken cancel) =>
        Task.FromResult<Result<DirectoryAnswer>>(new DirectoryAnswer(null));
}

internal sealed record DirectoryAnswer(Account? Account);
