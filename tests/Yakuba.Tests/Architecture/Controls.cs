// What the guards must see. If a guard goes blind, its test on these types fails.

namespace ControlB
{
    internal static class Secret
    {
        internal static Task<int> AskAsync() => Task.FromResult(1);
    }

    internal sealed class Failure : Exception;

    internal sealed class Argument;
}

namespace ControlA
{
    internal static class User
    {
        internal static Func<Task<int>> Make() => async () =>
        {
            await Task.Yield();
            return await ControlB.Secret.AskAsync();
        };

        internal static string Catch()
        {
            try
            {
                return Environment.MachineName;
            }
            catch (ControlB.Failure)
            {
                return "";
            }
        }

        internal static IReadOnlyList<object> Empty() => Array.Empty<ControlB.Argument>();
    }
}
