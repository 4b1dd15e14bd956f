using System.Reflection;

namespace Yakuba.Faults.Tests.Programs;

/// <summary><c>yakuba-verify</c> by its entry point: the same program without the half second that a start takes.</summary>
internal static class VerifyProgram
{
    private static readonly Lock Console = new(); // of which there is one

    internal static Ran Run(string[] command)
    {
        lock (Console)
        {
            var (output, error) = (System.Console.Out, System.Console.Error);
            using var text = new StringWriter();
            System.Console.SetOut(text);
            System.Console.SetError(text);
            try
            {
                var program = Assembly.Load("yakuba-verify").EntryPoint ?? throw new InvalidOperationException("yakuba-verify has no entry point.");
                return new Ran((int)program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [command], null)!, text.ToString(), "");
            }
            finally
            {
                System.Console.SetOut(output);
                System.Console.SetError(error);
            }
        }
    }
}
