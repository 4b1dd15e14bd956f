using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Reads files the way the product does, and says what was refused.</summary>
internal static class Reading
{
    internal static ReadDocument Of(string fileName, byte[] content) =>
        DocumentReader.Read(fileName, content, ReadLimits.Default, CancellationToken.None) switch
        {
            ReadDocument read => read,
            Unreadable refused => throw new Xunit.Sdk.XunitException($"{refused.Name}: {refused.Message}"),
            _ => throw new InvalidOperationException(),
        };

    internal static ReadDocument Of(string fileName, string content) => Of(fileName, Encoding.UTF8.GetBytes(content));

    internal static Unreadable Refused(string fileName, byte[] content) =>
        Assert.IsType<Unreadable>(DocumentReader.Read(fileName, content, ReadLimits.Default, CancellationToken.None));
}
